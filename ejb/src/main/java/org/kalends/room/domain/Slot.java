package org.kalends.room.domain;

import java.time.Instant;
import java.util.UUID;
import org.kalends.time.Interval;

/** One instance of an event in one room. */
public record Slot(UUID room, Instant rid, Interval period) {}
