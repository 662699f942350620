package org.kalends.subscription.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kalends.time.Backoff;

/** When a feed is looked at again. */
public record Intervals(Duration usual, Duration shortest) {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /**
     * After a look that went well.
     *
     * @param wanted by who follows the feed; null when he leaves it to the feed
     * @param told by the feed; null when it says nothing
     */
    public Duration after(@Nullable Duration wanted, @Nullable Duration told) {
        var interval = wanted != null ? wanted : told != null ? told : usual;
        if (interval.compareTo(shortest) < 0) return shortest;
        return interval.compareTo(LONGEST) > 0 ? LONGEST : interval;
    }

    /** After so many looks, one after the other, that came to nothing: twice as long each time. */
    public Duration afterFailures(int failures) {
        return new Backoff(shortest, LONGEST_WAIT).after(failures - 1);
    }
}
