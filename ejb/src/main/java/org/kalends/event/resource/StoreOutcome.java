package org.kalends.event.resource;

import org.kalends.event.EditLock;

/** What came of storing, moving or removing a calendar object. */
public sealed interface StoreOutcome {

    /** It is there under a name that was free. */
    record Created(CalendarObject object, Form form) implements StoreOutcome {

        Created(CalendarObject object) {
            this(object, Form.AS_SENT);
        }
    }

    /** It stands in the place of what was there. */
    record Changed(CalendarObject object, Form form) implements StoreOutcome {

        Changed(CalendarObject object) {
            this(object, Form.AS_SENT);
        }
    }

    /** How the stored text stands to the one that was sent. */
    enum Form {
        AS_SENT,
        ADAPTED
    }

    /** It is gone. */
    record Removed() implements StoreOutcome {}

    /** There was nothing. */
    record Missing() implements StoreOutcome {}

    /** The conditions do not hold (412). */
    record ConditionFailed() implements StoreOutcome {}

    /** Somebody is editing the event. */
    record Locked(EditLock.Holder holder) implements StoreOutcome {}

    /** The UID is in this calendar under that name. */
    record UidTaken(String name) implements StoreOutcome {}

    /** The same meeting is elsewhere in this home. */
    record ScheduledElsewhere(String calendar, String name) implements StoreOutcome {}
}
