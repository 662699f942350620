package org.kalends.messenger;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.messenger.*}.
 *
 * @param url of the bot API; without one there is no messenger
 * @param token by which the messenger knows our bot
 * @param poll how long the messenger may keep us waiting for something to happen
 */
public record MessengerSettings(Optional<URI> url, Optional<String> token, Duration poll) implements FeatureSettings {

    private static final Duration LONGEST_POLL = Duration.ofMinutes(5);

    public MessengerSettings {
        if (url.isPresent() && token.isEmpty())
            throw new IllegalArgumentException(
                    "kalends.messenger.url says nothing without kalends.messenger.token: " + url.get());
        if (poll.compareTo(Duration.ofSeconds(1)) < 0 || poll.compareTo(LONGEST_POLL) > 0)
            throw new IllegalArgumentException("kalends.messenger.poll must lie in PT1S to PT5M: " + poll);
    }

    public static MessengerSettings from(Values values) {
        return new MessengerSettings(
                values.text("kalends.messenger.url").map(url -> values.address("kalends.messenger.url", url)),
                values.secret("kalends.messenger.token"),
                values.duration("kalends.messenger.poll", "PT30S"));
    }
}
