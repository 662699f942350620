package org.kalends.scheduling.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;

/** Anna's daily meeting, five times at ten in Moscow. */
final class Meetings {

    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    static final CalendarAddress ANNA = new CalendarAddress("anna@kalends.test");
    static final CalendarAddress BORIS = new CalendarAddress("boris@kalends.test");
    static final CalendarAddress CLARA = new CalendarAddress("clara@kalends.test");
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final LocalDateTime TEN = LocalDateTime.parse("2026-12-01T10:00:00");

    private Meetings() {}

    static EventSeries daily(CalendarAddress... invited) {
        return EventSeries.of(
                new Uid("u"),
                new EventComponent(
                        null,
                        at(TEN),
                        Recurrence.NONE.withRules(List.of("FREQ=DAILY;COUNT=5")),
                        new Details("Planning", "", "", null),
                        Labels.PLAIN,
                        new Organizer(ANNA, "Anna", null),
                        Arrays.stream(invited).map(Meetings::attendee).toList(),
                        List.of(),
                        Revision.first(NOW)));
    }

    static Timing at(LocalDateTime start) {
        return new Timing(new EventTime.Zoned(start, MOSCOW), new EventTime.Zoned(start.plusHours(1), MOSCOW));
    }

    static Attendee attendee(CalendarAddress address) {
        return new Attendee(
                address,
                "",
                Attendee.Kind.INDIVIDUAL,
                Attendee.Role.REQUIRED,
                ParticipationStatus.NEEDS_ACTION,
                null,
                null,
                ScheduleParameters.NONE);
    }

    static EventTime day(int number) {
        return new EventTime.Zoned(TEN.plusDays(number), MOSCOW);
    }

    /** The instance of that day as a component of its own. */
    static EventComponent instance(EventSeries series, int number) {
        return Instances.find(series, day(number).instant(MOSCOW))
                .map(Instances::override)
                .orElseThrow();
    }

    static EventComponent inviting(EventComponent component, CalendarAddress... invited) {
        return component.withAttendees(
                Arrays.stream(invited).map(Meetings::attendee).toList());
    }

    static EventComponent cancelled(EventComponent component) {
        return component.withLabels(component.labels().withStatus(Status.CANCELLED));
    }

    static EventComponent answered(EventComponent component, CalendarAddress who, ParticipationStatus status) {
        return component.withAttendees(component.attendees().stream()
                .map(a -> a.address().equals(who) ? a.withStatus(status) : a)
                .toList());
    }

    static EventComponent titled(EventComponent component, String title) {
        return component.withDetails(component.details().withTitle(title));
    }

    static EventComponent revised(EventComponent component, int sequence) {
        return component.withRevision(component.revision().withSequence(sequence));
    }
}
