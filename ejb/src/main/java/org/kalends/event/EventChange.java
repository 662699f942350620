package org.kalends.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.Principal;

/**
 * CDI event, fired inside the transaction that stored it: an event was created, changed or removed in one home.
 * Observers write what follows from it (bookings, messages, reminders) in the same transaction, or refuse by throwing.
 *
 * @param before null when created
 * @param after null when removed
 * @param actor who did it; for a delivery the owner of the home
 */
public record EventChange(
        UUID home,
        UUID calendar,
        UUID object,
        @Nullable EventSeries before,
        @Nullable EventSeries after,
        Principal actor,
        Cause cause,
        Announcement announcement,
        Instant at) {

    /** The state that names the event: after, or before where it is gone. */
    public EventSeries series() {
        if (after != null) return after;
        if (before != null) return before;
        throw new IllegalStateException("a change has a before or an after");
    }

    /** What made the change. */
    public enum Cause {
        /** A person, over REST or CalDAV: scheduling follows from it. */
        PERSON,
        /** Its organizer handed it over, and is invited to it from now on. */
        HANDOVER,
        /** Delivery of a scheduling message: nothing is scheduled from it, or it would never end. */
        DELIVERY,
        /** What came of messages was noted in the event: nobody who knew it need look again. */
        RESULTS,
        /** A file or an outside feed: taken as it stands, nobody is told and nothing is booked. */
        IMPORT
    }

    /** Whether people are told. State is kept as if they had been. */
    public enum Announcement {
        /** After the time in which the change can be undone. */
        ALL,
        /** With nothing to wait for: who made the change has no button to undo it (CalDAV, links, the messenger). */
        AT_ONCE,
        NONE,
        /** No word at all, neither to homes nor by mail: an attendee takes out his copy and has it so. */
        NO_REPLY
    }
}
