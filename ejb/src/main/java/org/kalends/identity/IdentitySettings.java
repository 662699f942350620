package org.kalends.identity;

import java.time.Duration;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.InvalidSetting;
import org.kalends.settings.Values;

/**
 * How people are known: {@code kalends.identity.*}, {@code kalends.http.trusted-proxies}.
 *
 * @param idle a session unused for so long is over
 * @param age a session is over after so long, used or not
 * @param perPerson how many sessions a person may have
 * @param accountPasswordOverCaldav whether CalDAV takes the account's own password
 * @param proxies whose word on where a request comes from is taken
 */
public record IdentitySettings(
        Duration idle, Duration age, int perPerson, boolean accountPasswordOverCaldav, TrustedProxies proxies)
        implements FeatureSettings {

    private static final int MOST_SESSIONS = 100_000;

    public IdentitySettings {
        if (age.compareTo(idle) < 0) {
            throw new InvalidSetting("kalends.identity.session-age", "at least session-idle (" + idle + ")", age);
        }
    }

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static IdentitySettings from(Values values) {
        return new IdentitySettings(
                values.span("kalends.identity.session-idle", "PT12H"),
                values.span("kalends.identity.session-age", "P14D"),
                values.whole("kalends.identity.sessions-per-person", 1, MOST_SESSIONS, "100"),
                values.flag("kalends.identity.caldav-account-password", "true"),
                new TrustedProxies(values.networks("kalends.http.trusted-proxies")));
    }
}
