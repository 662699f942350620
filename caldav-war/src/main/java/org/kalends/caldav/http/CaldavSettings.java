package org.kalends.caldav.http;

import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.caldav.*}.
 *
 * @param plainHttp whether passwords may come over plain HTTP from other machines
 */
public record CaldavSettings(boolean plainHttp) implements FeatureSettings {

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static CaldavSettings from(Values values) {
        return new CaldavSettings(values.flag("kalends.caldav.plain-http", "false"));
    }
}
