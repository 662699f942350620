package org.kalends.icalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;

/**
 * A value of type DATE or DATE-TIME: a whole day, a moment in a zone (UTC included), or a floating local time.
 * Local times in a gap move forward by the gap, doubled ones take the first offset.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5">RFC 5545, 3.3.4 and 3.3.5</a>
 */
public sealed interface EventTime {

    /** VALUE=DATE: a day by the reader's calendar. */
    record Day(LocalDate date) implements EventTime {}

    /** Local time with TZID, or in UTC when the zone is {@link ZoneOffset#UTC}. */
    record Zoned(LocalDateTime local, ZoneId zone) implements EventTime {}

    /** Local time of whoever looks at it. */
    record Floating(LocalDateTime local) implements EventTime {}

    static EventTime utc(Instant instant) {
        return new Zoned(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    /** One function per shape; stands for the pattern switch that Java 17 lacks. */
    default <R> R match(Function<Day, R> day, Function<Zoned, R> zoned, Function<Floating, R> floating) {
        if (this instanceof Day d) return day.apply(d);
        if (this instanceof Zoned z) return zoned.apply(z);
        return floating.apply((Floating) this);
    }

    /** The moment itself; days and floating times are read in {@code floatingZone}. */
    default Instant instant(ZoneId floatingZone) {
        return match(
                d -> d.date().atStartOfDay(floatingZone).toInstant(),
                z -> z.local().atZone(z.zone()).toInstant(),
                f -> f.local().atZone(floatingZone).toInstant());
    }

    default LocalDateTime local() {
        return match(d -> d.date().atStartOfDay(), Zoned::local, Floating::local);
    }

    default boolean allDay() {
        return this instanceof Day;
    }
}
