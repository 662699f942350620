package org.kalends.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that its consumer refused until the broker laid it aside.
 *
 * @param id the broker's id of it
 * @param address where it was sent first, and goes to again when replayed
 * @param key the outbox key; null when the outbox did not send it
 * @param body JSON as it was sent
 */
public record DeadLetter(String id, String address, @Nullable String key, Instant sentAt, String body) {}
