package org.kalends.time;

import java.time.Duration;

/** How long to wait before something that failed is tried again: twice as long each time, up to a limit. */
public record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 10;

    /** @param failures before the last one, one after the other */
    public Duration after(int failures) {
        var doubled = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
