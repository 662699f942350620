package org.kalends.exchange.sync;

import java.time.Instant;
import java.util.UUID;
import org.kalends.icalendar.Uid;

/**
 * What people should know of an event that is kept the same.
 *
 * @param detail for people; where something was lost, what it was
 */
public record SyncNote(UUID id, Uid uid, Instant at, Kind kind, String detail) {

    /** What it is about. */
    public enum Kind {
        /** It was changed here and there, and what was said here counts. */
        OURS_KEPT,
        /** It was changed here and there, and what was said there counts. */
        THEIRS_KEPT,
        /** It was deleted on one side and changed on the other. */
        KEPT_ALIVE,
        /** Exchange cannot say it, or will not have it. */
        NOT_WRITTEN,
        /** It makes no sense here. */
        NOT_READ
    }
}
