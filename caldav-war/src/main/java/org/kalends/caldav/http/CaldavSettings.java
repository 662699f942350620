package org.kalends.caldav.http;

import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.caldav.*}.
 *
 * @param plainHttp whether passwords may come over plain HTTP from other machines
 * @param demo whether this is a demo, which tells what its requests cost
 */
public record CaldavSettings(boolean plainHttp, boolean demo) implements FeatureSettings {

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static CaldavSettings from(Values values) {
        return new CaldavSettings(
                values.flag("kalends.caldav.plain-http", "false"), values.flag("kalends.demo.enabled", "false"));
    }
}
