package org.kalends.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done after the commit.
 *
 * @param home the home in whose transaction it was written
 * @param dedupKey the same effect has the same key, whoever writes it and however often
 * @param body a record, sent as JSON
 * @param notBefore when it may leave; the undo window and coalescing live on it
 * @param subject what it is about: messages of one subject are consumed in order, and those that still wait can be
 *     found by it; null when neither is needed
 */
public record OutboxMessage(
        UUID home, Queue queue, String dedupKey, Object body, Instant notBefore, @Nullable String subject) {

    public OutboxMessage(UUID home, Queue queue, String dedupKey, Object body, Instant notBefore) {
        this(home, queue, dedupKey, body, notBefore, null);
    }

    /** The same under another key. */
    public OutboxMessage under(String key) {
        return new OutboxMessage(home, queue, key, body, notBefore, subject);
    }
}
