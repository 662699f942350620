package org.kalends.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * When a VALARM goes off.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.8.6.3">RFC 5545, 3.8.6.3</a>
 */
public sealed interface Trigger {

    /** @param offset from the start of each instance; negative lies before it */
    record FromStart(Duration offset) implements Trigger {}

    /** @param offset from the end of each instance; negative lies before it */
    record FromEnd(Duration offset) implements Trigger {}

    /** Once, whenever the event is. */
    record At(Instant moment) implements Trigger {}

    /** One function per shape; stands for the pattern switch that Java 17 lacks. */
    default <R> R match(Function<Duration, R> fromStart, Function<Duration, R> fromEnd, Function<Instant, R> at) {
        if (this instanceof FromStart start) return fromStart.apply(start.offset());
        if (this instanceof FromEnd end) return fromEnd.apply(end.offset());
        return at.apply(((At) this).moment());
    }

    /** For an event at that time; days and floating times are read in the zone. */
    default Instant due(Timing timing, ZoneId floatingZone) {
        return match(
                offset -> moved(timing.start(), offset, floatingZone),
                offset -> moved(timing.end(), offset, floatingZone),
                moment -> moment);
    }

    /** Days by the calendar, the rest by the clock (RFC 5545, 3.3.6): nine in the morning stays that over a change of clocks. */
    private static Instant moved(EventTime time, Duration offset, ZoneId floatingZone) {
        var zone = time.match(day -> floatingZone, EventTime.Zoned::zone, floating -> floatingZone);
        long days = offset.toDays();
        return time.local()
                .atZone(zone)
                .plusDays(days)
                .plus(offset.minusDays(days))
                .toInstant();
    }

    /** That much later. */
    default Trigger plus(Duration later) {
        return match(
                offset -> new FromStart(offset.plus(later)),
                offset -> new FromEnd(offset.plus(later)),
                moment -> new At(moment.plus(later)));
    }
}
