package org.kalends.exchange.migration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange.Announcement;
import org.kalends.identity.CalendarAddress;

/**
 * The move of one mailbox.
 *
 * @param home whose home it goes to
 * @param total how many items the mailbox has, about; null while that is not known
 * @param verified null while nothing was counted
 * @param problem why it waits or has failed; null else
 */
public record MigrationJob(
        UUID id,
        CalendarAddress mailbox,
        UUID home,
        State state,
        Manner manner,
        Cursor cursor,
        @Nullable Integer total,
        Counts counts,
        @Nullable Verified verified,
        Times times,
        int attempts,
        @Nullable String problem) {

    /** Where it stands. */
    public enum State {
        /** Nobody has begun. */
        NEW,
        /** Somebody works on it, or did before he died. */
        RUNNING,
        /** Exchange wants to be left alone, or is away; it goes on by itself. */
        WAITING,
        /** An administrator wants it to rest. */
        PAUSED,
        DONE,
        /** It does not go on by itself. */
        FAILED,
        /** An administrator wants no more of it. */
        STOPPED;

        public boolean ended() {
            return this == DONE || this == FAILED || this == STOPPED;
        }
    }

    /** Whether anything is written. */
    public enum Mode {
        WRITING,
        /** The same, and guests of what is still to come are invited as if it had been planned here. */
        ANNOUNCING,
        /** All is done but for what is kept. */
        REHEARSAL,
        /** Nothing is moved: what is here is counted against what Exchange shows. */
        VERIFICATION
    }

    /**
     * How it is done.
     *
     * @param from what ends before is left; null for all
     * @param to what begins later is left; null for all
     */
    public record Manner(Mode mode, @Nullable Instant from, @Nullable Instant to) {

        Announcement announcement() {
            return mode == Mode.ANNOUNCING ? Announcement.AT_ONCE : Announcement.NONE;
        }
    }

    /**
     * How far it came.
     *
     * @param folder the calendar that is read; null for the first one
     * @param syncState Exchange's word for the place in it; null for its beginning
     */
    public record Cursor(@Nullable String folder, @Nullable String syncState) {

        public static final Cursor START = new Cursor(null, null);
    }

    /** What became of items so far, a series counted once. */
    public record Counts(int seen, int created, int updated, int unchanged, int skipped, int failed) {}

    /**
     * Instances, a year back and a year ahead.
     *
     * @param there what Exchange shows
     * @param differing how many events have more or fewer here
     */
    public record Verified(int there, int here, int differing) {}

    /**
     * When what happened.
     *
     * @param notBefore when it is looked at again
     */
    public record Times(Instant asked, @Nullable Instant started, @Nullable Instant finished, Instant notBefore) {}
}
