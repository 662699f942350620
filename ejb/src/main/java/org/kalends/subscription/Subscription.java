package org.kalends.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.SubscriptionChange.Strip;
import org.kalends.subscription.domain.Source;

/**
 * How a calendar follows an address outside.
 *
 * @param every how often it is looked there; null as the feed itself says
 * @param strips what is left out of its events
 * @param refreshedAt when the feed was read last, or was found to say the same; null before the first time
 * @param problem why the last look came to nothing; null when it did not
 */
public record Subscription(
        UUID home,
        UUID calendar,
        Source source,
        @Nullable Duration every,
        Set<Strip> strips,
        @Nullable Instant refreshedAt,
        @Nullable FeedProblem problem) {

    public Subscription {
        strips = Set.copyOf(strips);
    }
}
