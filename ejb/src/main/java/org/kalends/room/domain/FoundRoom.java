package org.kalends.room.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room that offers what was wished for.
 *
 * @param busyUntil null when free at the wished time
 */
public record FoundRoom(
        UUID id,
        String name,
        String address,
        @Nullable Integer capacity,
        List<String> equipment,
        String site,
        String floor,
        @Nullable Instant busyUntil) {}
