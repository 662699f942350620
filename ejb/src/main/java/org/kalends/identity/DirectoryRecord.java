package org.kalends.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A principal as administrators see it.
 *
 * @param blockedAt null unless blocked: cannot log in, is not found, cannot be booked
 */
public record DirectoryRecord(UUID id, Draft draft, Instant createdAt, @Nullable Instant blockedAt) {}
