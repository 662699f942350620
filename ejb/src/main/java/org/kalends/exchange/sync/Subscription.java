package org.kalends.exchange.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.CalendarAddress;

/**
 * A mailbox that is kept the same.
 *
 * @param home whose home here it is
 * @param pushId Exchange's name for its promise to call; null if it has given none
 * @param heard when it called last; null if never
 * @param synced when both were last the same; null if never
 * @param attempts without success since then
 * @param problem why they are not the same; null if nothing is known
 */
public record Subscription(
        UUID home,
        CalendarAddress mailbox,
        Instant asked,
        @Nullable String pushId,
        @Nullable Instant heard,
        @Nullable Instant synced,
        int attempts,
        @Nullable String problem) {}
