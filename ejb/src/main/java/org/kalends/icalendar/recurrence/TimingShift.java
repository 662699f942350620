package org.kalends.icalendar.recurrence;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Timing;

/** Moves a span of time to another start; its real length stays (RFC 5545, 3.8.5.3). */
final class TimingShift {

    private TimingShift() {}

    /** @param start of the same form as the timing's start */
    static Timing to(Timing timing, EventTime start) {
        if (start.equals(timing.start())) return timing;
        return new Timing(start, end(timing, start));
    }

    private static EventTime end(Timing timing, EventTime start) {
        if (start instanceof EventTime.Day day) {
            long days = ChronoUnit.DAYS.between(
                    timing.start().local().toLocalDate(), timing.end().local().toLocalDate());
            return new EventTime.Day(day.date().plusDays(days));
        }
        var reading = start instanceof EventTime.Zoned zoned ? zoned.zone() : ZoneOffset.UTC;
        return at(start, timing.length(reading), timing.end(), reading);
    }

    private static EventTime at(EventTime start, Duration length, EventTime like, ZoneId reading) {
        var moment = start.instant(reading).plus(length);
        return like instanceof EventTime.Zoned zoned
                ? new EventTime.Zoned(LocalDateTime.ofInstant(moment, zoned.zone()), zoned.zone())
                : new EventTime.Floating(LocalDateTime.ofInstant(moment, reading));
    }
}
