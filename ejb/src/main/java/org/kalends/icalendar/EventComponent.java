package org.kalends.icalendar;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One VEVENT as the product understands it. Properties that are not here stay in the stored text and are kept by
 * {@code ICalendar.update}.
 *
 * @param recurrenceId which instance this overrides; null for a master or a single event
 * @param organizer null when nobody is invited
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.6.1">RFC 5545, 3.6.1</a>
 */
public record EventComponent(
        @Nullable EventTime recurrenceId,
        Timing timing,
        Recurrence recurrence,
        Details details,
        Labels labels,
        @Nullable Organizer organizer,
        List<Attendee> attendees,
        List<Alarm> alarms,
        Revision revision) {

    public EventComponent {
        attendees = List.copyOf(attendees);
        alarms = List.copyOf(alarms);
    }

    public EventComponent withRecurrenceId(@Nullable EventTime changed) {
        return new EventComponent(changed, timing, recurrence, details, labels, organizer, attendees, alarms, revision);
    }

    public EventComponent withTiming(Timing changed) {
        return new EventComponent(
                recurrenceId, changed, recurrence, details, labels, organizer, attendees, alarms, revision);
    }

    public EventComponent withRecurrence(Recurrence changed) {
        return new EventComponent(
                recurrenceId, timing, changed, details, labels, organizer, attendees, alarms, revision);
    }

    public EventComponent withDetails(Details changed) {
        return new EventComponent(
                recurrenceId, timing, recurrence, changed, labels, organizer, attendees, alarms, revision);
    }

    public EventComponent withLabels(Labels changed) {
        return new EventComponent(
                recurrenceId, timing, recurrence, details, changed, organizer, attendees, alarms, revision);
    }

    public EventComponent withOrganizer(@Nullable Organizer changed) {
        return new EventComponent(
                recurrenceId, timing, recurrence, details, labels, changed, attendees, alarms, revision);
    }

    public EventComponent withAttendees(List<Attendee> changed) {
        return new EventComponent(
                recurrenceId, timing, recurrence, details, labels, organizer, changed, alarms, revision);
    }

    /** With each of them edited; the very same where no edit changes anything. */
    public EventComponent eachAttendee(UnaryOperator<Attendee> edit) {
        var changed = attendees.stream().map(edit).toList();
        return changed.equals(attendees) ? this : withAttendees(changed);
    }

    public EventComponent withAlarms(List<Alarm> changed) {
        return new EventComponent(
                recurrenceId, timing, recurrence, details, labels, organizer, attendees, changed, revision);
    }

    public EventComponent withRevision(Revision changed) {
        return new EventComponent(
                recurrenceId, timing, recurrence, details, labels, organizer, attendees, alarms, changed);
    }
}
