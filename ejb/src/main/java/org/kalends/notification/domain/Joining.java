package org.kalends.notification.domain;

import org.kalends.notification.NewsKind;

/** What becomes of a mail that still waits when there is more to tell. */
public enum Joining {
    /** The recipient learns nothing at all: it came and went. */
    NEITHER,
    /** He is invited, to what the event is now. */
    INVITE,
    /** He is told what changed since the state that he knows. */
    TELL_CHANGE,
    /** Only the new one counts. */
    REPLACE;

    /** How the news joins the mail that waits. */
    public static Joining of(NewsKind waiting, NewsKind news) {
        return switch (waiting) {
            case INVITATION -> news == NewsKind.CANCELLATION ? NEITHER : INVITE;
            case CHANGE -> news == NewsKind.CHANGE || news == NewsKind.INVITATION ? TELL_CHANGE : REPLACE;
            case CANCELLATION -> news == NewsKind.CANCELLATION ? REPLACE : TELL_CHANGE; // deleting was undone
            case HANDOVER, AWAITED, ROOM_ASKED, ANSWER, PROPOSAL_DECLINED, STATE_ASKED, FAILURE, REMINDER -> REPLACE;
        };
    }
}
