package org.kalends.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that its consumer refused until the broker laid it aside.
 *
 * @param id the broker's id of it
 * @param address where it was sent first, and goes to again when replayed
 * @param key the outbox key; null when the outbox did not send it
 * @param home whose outbox it is from; null when the outbox did not send it
 * @param body JSON as it was sent
 * @param reason why the consumer refused it the last time; empty when that is not known
 */
public record DeadLetter(
        String id,
        String address,
        @Nullable UUID home,
        @Nullable String key,
        Instant sentAt,
        String body,
        String reason) {

    DeadLetter because(String why) {
        return new DeadLetter(id, address, home, key, sentAt, body, why);
    }
}
