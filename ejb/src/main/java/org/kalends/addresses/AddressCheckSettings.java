package org.kalends.addresses;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.identity.address-check.*}.
 *
 * @param url of the service; without one nothing is asked
 * @param token by which the service knows us, as a bearer; not every service wants one
 * @param patience how long a save waits for the answer at most
 */
public record AddressCheckSettings(Optional<URI> url, Optional<String> token, Duration patience)
        implements FeatureSettings {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    public AddressCheckSettings {
        if (patience.compareTo(Duration.ofMillis(1)) < 0 || patience.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException(
                    "kalends.identity.address-check.patience must lie in PT0.001S to PT10S: " + patience);
    }

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static AddressCheckSettings from(Values values) {
        var url = "kalends.identity.address-check.url";
        return new AddressCheckSettings(
                values.text(url).map(text -> values.address(url, text)),
                values.secret("kalends.identity.address-check.token"),
                values.duration("kalends.identity.address-check.patience", "PT1S"));
    }
}
