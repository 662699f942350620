package org.kalends.calendar;

import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.calendar.quota}.
 *
 * @param megabytes MiB that the objects and files of one home may take; 0 for no limit
 */
public record QuotaSettings(int megabytes) implements FeatureSettings {

    private static final int MOST = 1 << 20;

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static QuotaSettings from(Values values) {
        return new QuotaSettings(values.whole("kalends.calendar.quota", 0, MOST, "0"));
    }
}
