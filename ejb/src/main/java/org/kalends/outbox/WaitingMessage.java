package org.kalends.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An outbox row that no node has begun to send; whoever holds it has it locked until his transaction ends.
 *
 * @param body JSON
 * @param createdAt when it was written, by the database clock
 */
public record WaitingMessage(UUID home, UUID id, String dedupKey, String subject, String body, Instant createdAt) {

    public <T> T bodyAs(Class<T> type) {
        return Json.read(body, type);
    }
}
