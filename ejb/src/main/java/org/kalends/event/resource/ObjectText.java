package org.kalends.event.resource;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.kalends.event.resource.ObjectRefused.Reason;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.recurrence.RecurrenceRefused;
import org.kalends.icalendar.recurrence.SeriesSpan;
import org.kalends.identity.CalendarAddress;

/**
 * A text that a client wants stored, read and found sound.
 *
 * @param text as it came, to the octet
 */
public record ObjectText(String text, EventSeries series) {

    /** The earliest and the latest moment that an object may name. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    /** Octets. */
    public static final int LARGEST = 10 * 1024 * 1024;

    public static final int MOST_INSTANCES = 3_000;
    public static final int MOST_ATTENDEES = 2_000;

    /** @throws ObjectRefused if it cannot be stored */
    public static ObjectText read(String text) {
        var series = parsed(text);
        checkTimes(series);
        checkPeople(series);
        return new ObjectText(text, series);
    }

    private static EventSeries parsed(String text) {
        try {
            var series = ICalendar.parse(text);
            SeriesSpan.of(series);
            return series;
        } catch (InvalidCalendarData e) {
            throw new ObjectRefused(Reason.VALID_CALENDAR_DATA, String.valueOf(e.getMessage()));
        } catch (RecurrenceRefused e) {
            throw new ObjectRefused(Reason.MAX_INSTANCES, String.valueOf(e.getMessage()));
        }
    }

    private static void checkTimes(EventSeries series) {
        series.stream()
                .flatMap(ObjectText::times)
                .map(time -> time.instant(ZoneOffset.UTC))
                .forEach(moment -> {
                    if (moment.isBefore(EARLIEST)) {
                        throw new ObjectRefused(Reason.MIN_DATE_TIME, moment + " is before " + EARLIEST);
                    }
                    if (moment.isAfter(LATEST)) {
                        throw new ObjectRefused(Reason.MAX_DATE_TIME, moment + " is after " + LATEST);
                    }
                });
    }

    private static Stream<EventTime> times(EventComponent component) {
        var timing = component.timing();
        return Stream.of(
                        Stream.of(timing.start(), timing.end()),
                        Stream.ofNullable(component.recurrenceId()),
                        component.recurrence().added().stream())
                .flatMap(times -> times);
    }

    private static void checkPeople(EventSeries series) {
        List<CalendarAddress> organizers = series.stream()
                .flatMap(c -> Stream.ofNullable(c.organizer()))
                .map(organizer -> organizer.address())
                .distinct()
                .toList();
        if (organizers.size() > 1) {
            throw new ObjectRefused(
                    Reason.SAME_ORGANIZER_IN_ALL_COMPONENTS, organizers.get(0) + " and " + organizers.get(1));
        }
        boolean crowded = series.stream().anyMatch(c -> c.attendees().size() > MOST_ATTENDEES);
        if (crowded) {
            throw new ObjectRefused(
                    Reason.MAX_ATTENDEES_PER_INSTANCE, "There may be no more than " + MOST_ATTENDEES + " attendees");
        }
    }
}
