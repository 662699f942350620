package org.kalends.notification;

/** What a mail tells its reader. */
public enum NewsKind {
    INVITATION,
    /** The answer to an invitation is missing still. */
    AWAITED,
    CHANGE,
    CANCELLATION,
    /** To who organizes the event from now on. */
    HANDOVER,
    /** To who decides on a room: it is wanted. */
    ROOM_ASKED,
    /** To the organizer: what an attendee said. */
    ANSWER,
    /** To an attendee: the time that he proposed is not taken. */
    PROPOSAL_DECLINED,
    /** To an organizer elsewhere: something was added to a series that is not here; how does it stand? */
    STATE_ASKED,
    /** To whose alarm goes off. */
    REMINDER,
    /** To the organizer: a mail to an attendee was refused for good. */
    FAILURE;

    /** Whether what was shown of the event before is not true any more. */
    public boolean replacesCards() {
        return switch (this) {
            case INVITATION, AWAITED, CHANGE, CANCELLATION, HANDOVER -> true;
            case ROOM_ASKED, ANSWER, PROPOSAL_DECLINED, STATE_ASKED, REMINDER, FAILURE -> false;
        };
    }
}
