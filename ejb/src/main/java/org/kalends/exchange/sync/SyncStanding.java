package org.kalends.exchange.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How all mailboxes that are kept the same stand together.
 *
 * @param mailboxes how many there are
 * @param troubled how many of them cannot be made the same just now
 * @param outbound events that may have to be written to Exchange
 * @param oldest since when the oldest of them waits; null if none does
 * @param heard when Exchange called last; null if never
 */
public record SyncStanding(
        long mailboxes, long troubled, long outbound, @Nullable Instant oldest, @Nullable Instant heard) {

    /** For how many seconds the oldest waits; 0 if none does. */
    public long lag(Instant now) {
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toSeconds());
    }
}
