package org.kalends.web.event;

import java.util.List;
import java.util.Locale;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.Labels.Classification;
import org.kalends.icalendar.codec.Recurrences;
import org.kalends.web.event.EventInput.AttendeeInput;
import org.kalends.web.event.EventInput.ReminderJson;

/** The present state of a component as a request would say it, to merge a patch into. */
final class EventInputs {

    private EventInputs() {}

    static EventInput of(EventComponent c) {
        var labels = c.labels();
        var details = c.details();
        return new EventInput(
                null,
                details.title(),
                details.description(),
                details.location(),
                TimeJson.of(c.timing().start()),
                TimeJson.of(c.timing().end()),
                Recurrences.lines(c.recurrence()),
                attendees(c),
                c.alarms().stream()
                        .map(a ->
                                new ReminderJson(a.before(), a.channel().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                labels.classification() == Classification.PUBLIC
                        ? "default"
                        : labels.classification().name().toLowerCase(Locale.ROOT),
                EventJson.token(labels.transparency()),
                labels.status().name().toLowerCase(Locale.ROOT),
                labels.categories(),
                labels.color(),
                details.conference());
    }

    private static List<AttendeeInput> attendees(EventComponent c) {
        return c.attendees().stream()
                .map(a -> new AttendeeInput(a.address().value(), a.role() == Attendee.Role.OPTIONAL))
                .toList();
    }
}
