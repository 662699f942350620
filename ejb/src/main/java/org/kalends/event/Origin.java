package org.kalends.event;

import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventChange.Cause;
import org.kalends.identity.Principal;

/** Who made a change, by what, and whether others are told. */
public record Origin(Principal actor, Cause cause, Announcement announcement) {

    public static Origin person(Principal actor, Announcement announcement) {
        return new Origin(actor, Cause.PERSON, announcement);
    }

    /** Whoever it is told to is told by the handover itself. */
    static Origin handover(Principal actor) {
        return new Origin(actor, Cause.HANDOVER, Announcement.NONE);
    }

    /** A note of what came of messages. */
    public static Origin results(Principal owner) {
        return new Origin(owner, Cause.RESULTS, Announcement.NONE);
    }

    /** A delivered message; the owner of the home stands for whoever sent it. */
    public static Origin delivery(Principal owner) {
        return new Origin(owner, Cause.DELIVERY, Announcement.NONE);
    }

    /** Out of a file or a feed, for the owner of the calendar. */
    public static Origin imported(Principal owner) {
        return new Origin(owner, Cause.IMPORT, Announcement.NONE);
    }
}
