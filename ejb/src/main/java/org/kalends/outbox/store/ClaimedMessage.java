package org.kalends.outbox.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.outbox.Queue;

/**
 * A row that this node is sending.
 *
 * @param body JSON
 * @param attempts how often it was claimed, this time included
 */
public record ClaimedMessage(
        UUID home, UUID id, Queue queue, String dedupKey, @Nullable String subject, String body, int attempts) {}
