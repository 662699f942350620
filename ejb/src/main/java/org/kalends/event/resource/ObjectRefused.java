package org.kalends.event.resource;

import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** A text that may not be stored as a calendar object; nothing was changed. */
public class ObjectRefused extends CalendarException {

    private final Reason reason;

    /** Why; named as the preconditions of RFC 4791, 5.3.2.1, and RFC 6638, 3.2.4. */
    public enum Reason {
        VALID_CALENDAR_DATA,
        VALID_CALENDAR_OBJECT_RESOURCE,
        SUPPORTED_CALENDAR_COMPONENT,
        CALENDAR_COLLECTION_LOCATION_OK,
        MAX_RESOURCE_SIZE,
        MIN_DATE_TIME,
        MAX_DATE_TIME,
        MAX_INSTANCES,
        MAX_ATTENDEES_PER_INSTANCE,
        SAME_ORGANIZER_IN_ALL_COMPONENTS,
        VALID_ORGANIZER,
        ALLOWED_ORGANIZER_SCHEDULING_OBJECT_CHANGE,
        ALLOWED_ATTENDEE_SCHEDULING_OBJECT_CHANGE
    }

    public ObjectRefused(Reason reason, String detail) {
        super(Problem.VALIDATION, detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
