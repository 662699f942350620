package org.kalends.subscription;

import java.time.Duration;
import java.util.Set;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.subscriptions.*}.
 *
 * @param insideHosts names of hosts that feeds may come from though their addresses are not public
 * @param largestFeed octets
 * @param interval between two looks at a feed that says nothing of it
 * @param shortestInterval that anybody may ask for
 */
public record SubscriptionSettings(
        Set<String> insideHosts, int largestFeed, Duration interval, Duration shortestInterval)
        implements FeatureSettings {

    private static final int MOST_OCTETS = 1 << 30;

    public SubscriptionSettings {
        insideHosts = Set.copyOf(insideHosts);
    }

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static SubscriptionSettings from(Values values) {
        return new SubscriptionSettings(
                values.names("kalends.subscriptions.inside-hosts"),
                values.whole("kalends.subscriptions.largest-feed", 1_024, MOST_OCTETS, "16777216"),
                values.span("kalends.subscriptions.interval", "PT1H"),
                values.span("kalends.subscriptions.shortest-interval", "PT15M"));
    }
}
