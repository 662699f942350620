package org.kalends.event.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.Labels;
import org.kalends.problem.CalendarException;
import org.kalends.problem.FieldError;
import org.kalends.problem.Problem;

/** What somebody who was invited may change in his copy: what is his alone. */
public final class PersonalChange {

    private PersonalChange() {}

    /** @throws CalendarException 403 naming each field that is the organizer's */
    public static EventComponent checked(EventComponent before, EventComponent after) {
        var errors = new ArrayList<FieldError>();
        refuse(errors, "start", before.timing().equals(after.timing()));
        refuse(errors, "recurrence", before.recurrence().equals(after.recurrence()));
        refuse(errors, "title", before.details().equals(after.details()));
        refuse(errors, "attendees", before.attendees().equals(after.attendees()));
        refuse(errors, "visibility", shared(before.labels()).equals(shared(after.labels())));
        if (errors.isEmpty()) return after;
        throw new CalendarException(
                Problem.FORBIDDEN,
                "Only the organizer may change the event for everybody",
                List.copyOf(errors),
                Map.of());
    }

    private static List<Object> shared(Labels labels) {
        return List.of(labels.status(), labels.classification());
    }

    private static void refuse(List<FieldError> errors, String field, boolean same) {
        if (!same) errors.add(new FieldError(field, "belongs to the organizer"));
    }
}
