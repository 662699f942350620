package org.kalends.feed;

import java.time.Instant;
import java.util.UUID;

/** A secret address of a calendar; the secret itself is known to who made it, and to nobody here. */
public record Feed(UUID home, UUID calendar, UUID id, Level level, Instant createdAt) {

    /** How much its readers see. */
    public enum Level {
        /** What events say, but for private ones, and without alarms. */
        FULL,
        /** Only when the owner is busy. */
        BUSY
    }
}
