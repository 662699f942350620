package org.kalends.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null asks for all.
 *
 * @param before the last entry of the page before; entries come newest first
 */
public record AuditFilter(
        @Nullable UUID actor,
        @Nullable AuditAction action,
        @Nullable String subject,
        Span span,
        @Nullable UUID before) {

    /** Moments of the deeds: from is inside, to is not. */
    public record Span(@Nullable Instant from, @Nullable Instant to) {}
}
