package org.kalends.icalendar;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.kalends.time.Interval;

/**
 * When an event is: DTSTART and DTEND, both of the same kind. The end is exclusive; DTEND equal to DTSTART marks a
 * moment without length (RFC 5545, 3.6.1). A DURATION is turned into its end when read.
 *
 * @throws IllegalArgumentException if the end lies before the start or is of another kind
 */
public record Timing(EventTime start, EventTime end) {

    public Timing {
        if (start.allDay() != end.allDay()) {
            throw new IllegalArgumentException("start and end must both be days or both have a time");
        }
        if (end.instant(ZoneOffset.UTC).isBefore(start.instant(ZoneOffset.UTC))) {
            throw new IllegalArgumentException("end must not lie before start");
        }
    }

    public boolean allDay() {
        return start.allDay();
    }

    /** Real length, read in the given zone; zero is possible. */
    public Duration length(ZoneId floatingZone) {
        return Duration.between(start.instant(floatingZone), end.instant(floatingZone));
    }

    /** As an interval of at least one second, so that moments without length are found by range queries too. */
    public Interval interval(ZoneId floatingZone) {
        var from = start.instant(floatingZone);
        var to = end.instant(floatingZone);
        return new Interval(from, to.isAfter(from) ? to : from.plusSeconds(1));
    }
}
