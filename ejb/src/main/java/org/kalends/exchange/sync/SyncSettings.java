package org.kalends.exchange.sync;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Networks;
import org.kalends.settings.Values;

/**
 * {@code kalends.exchange.*} of what is kept the same.
 *
 * @param callback where Exchange calls when something changes; without one it does not
 * @param callers networks from which it calls; none where it may call from anywhere
 * @param streams connections by which it tells of changes where it does not call, of all nodes; 0 for none
 * @param heartbeat how often it calls though nothing changes, in whole minutes from 1 to 1440
 * @param poll how often a mailbox is looked at though nobody calls
 */
public record SyncSettings(Optional<URI> callback, Networks callers, int streams, Duration heartbeat, Duration poll)
        implements FeatureSettings {

    private static final Duration LONGEST = Duration.ofDays(1);

    public SyncSettings {
        if (heartbeat.compareTo(Duration.ofMinutes(1)) < 0 || heartbeat.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("kalends.exchange.heartbeat must be from PT1M to PT24H");
        if (poll.compareTo(Duration.ofSeconds(1)) < 0 || poll.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("kalends.exchange.poll must be from PT1S to PT24H");
    }

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static SyncSettings from(Values values) {
        var callback = "kalends.exchange.callback";
        return new SyncSettings(
                values.text(callback).map(text -> values.address(callback, text)),
                values.networks("kalends.exchange.callback-from"),
                values.whole("kalends.exchange.streams", 0, 10, "3"),
                values.span("kalends.exchange.heartbeat", "PT30M"),
                values.span("kalends.exchange.poll", "PT15M"));
    }

    boolean hears(String network) {
        return callers.isEmpty() || callers.hold(network);
    }

    /** Calls that never came mean that Exchange has forgotten to call. */
    public Duration silence() {
        return heartbeat.multipliedBy(2);
    }
}
