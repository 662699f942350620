package org.kalends.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Something to be done after the commit.
 *
 * @param home the home in whose transaction it was written
 * @param dedupKey the same effect has the same key, whoever writes it and however often
 * @param body a record, sent as JSON
 * @param notBefore when it may leave; the undo window and coalescing live on it
 */
public record OutboxMessage(UUID home, Queue queue, String dedupKey, Object body, Instant notBefore) {}
