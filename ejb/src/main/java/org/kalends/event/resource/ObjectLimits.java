package org.kalends.event.resource;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.kalends.event.resource.ObjectRefused.Reason;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InvalidCalendarData;

/** How far events may go: in time, in people (RFC 4791, 5.3.2.1; RFC 6638, 3.2.4.2). */
final class ObjectLimits {

    private ObjectLimits() {}

    static void check(EventSeries series) {
        series.stream()
                .flatMap(ObjectLimits::times)
                .map(time -> time.instant(ZoneOffset.UTC))
                .forEach(ObjectLimits::checkMoment);
        var master = series.master();
        if (master != null) {
            for (var override : series.overrides()) checkType(master, override);
        }
        checkPeople(series);
    }

    private static void checkMoment(Instant moment) {
        if (moment.isBefore(ObjectText.EARLIEST)) {
            throw new ObjectRefused(Reason.MIN_DATE_TIME, moment + " is before " + ObjectText.EARLIEST);
        }
        if (moment.isAfter(ObjectText.LATEST)) {
            throw new ObjectRefused(Reason.MAX_DATE_TIME, moment + " is after " + ObjectText.LATEST);
        }
    }

    private static Stream<EventTime> times(EventComponent component) {
        var timing = component.timing();
        return Stream.of(
                        Stream.of(timing.start(), timing.end()),
                        Stream.ofNullable(component.recurrenceId()),
                        component.recurrence().added().stream(),
                        component.recurrence().rules().stream().flatMap(ObjectLimits::until))
                .flatMap(times -> times);
    }

    private static Stream<EventTime> until(String rule) {
        for (var part : rule.split(";")) {
            if (!part.regionMatches(true, 0, "UNTIL=", 0, 6) || part.length() < 10) continue;
            int year = Integer.parseInt(part.substring(6, 10));
            return Stream.of(new EventTime.Floating(LocalDateTime.of(year, 1, 1, 12, 0)));
        }
        return Stream.empty();
    }

    /** Compared as instants; a day cannot name an instance that has an hour. */
    private static void checkType(EventComponent master, EventComponent override) {
        var id = override.recurrenceId();
        if (id != null && !id.allDay() && master.timing().allDay()) {
            throw new InvalidCalendarData("RECURRENCE-ID has a time, DTSTART is a day");
        }
    }

    private static void checkPeople(EventSeries series) {
        var organizers = series.stream()
                .map(c -> c.organizer() == null ? "" : c.organizer().address().value())
                .distinct()
                .toList();
        if (organizers.size() > 1) {
            throw new ObjectRefused(
                    Reason.SAME_ORGANIZER_IN_ALL_COMPONENTS, "ORGANIZER is not the same in all components");
        }
        if (series.stream().anyMatch(c -> c.attendees().size() > ObjectText.MOST_ATTENDEES)) {
            throw new ObjectRefused(
                    Reason.MAX_ATTENDEES_PER_INSTANCE,
                    "There may be no more than " + ObjectText.MOST_ATTENDEES + " attendees");
        }
    }
}
