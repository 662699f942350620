package org.kalends.event;

import java.time.Duration;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.event.*}.
 *
 * @param lockLength how long an edit lock lives without renewal
 * @param addressCheck whether invited addresses of the own domain must be in the directory
 * @param removalsKept how long those who synchronise are told that something is gone
 */
public record EventSettings(Duration lockLength, boolean addressCheck, Duration removalsKept)
        implements FeatureSettings {

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static EventSettings from(Values values) {
        return new EventSettings(
                values.span("kalends.event.edit-lock-length", "PT2M"),
                values.flag("kalends.event.address-check", "false"),
                values.span("kalends.event.removals-kept", "P90D"));
    }
}
