package org.kalends.icalendar.codec;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.Timing;

/**
 * The time that an attendee proposes, as a parameter of his ATTENDEE line: {@code zone|start/end} in local time, or
 * {@code start/end} for days and floating times. Between servers it travels as COUNTER; this is how it is kept.
 */
final class Proposals {

    static final String PARAMETER = "X-KALENDS-PROPOSED";

    private Proposals() {}

    static String text(Timing proposed) {
        var span = local(proposed.start()) + "/" + local(inZoneOf(proposed.start(), proposed.end()));
        return proposed.start() instanceof EventTime.Zoned start ? start.zone().getId() + "|" + span : span;
    }

    private static String local(EventTime time) {
        return time.match(Times::text, zoned -> Times.local(zoned.local()), Times::text);
    }

    private static EventTime inZoneOf(EventTime start, EventTime end) {
        if (!(start instanceof EventTime.Zoned zoned)) return end;
        return zoned(LocalDateTime.ofInstant(end.instant(zoned.zone()), zoned.zone()), zoned.zone());
    }

    private static EventTime zoned(LocalDateTime local, ZoneId zone) {
        return new EventTime.Zoned(local, zone);
    }

    /** Null when there is none, or none that makes sense: others may have written it. */
    static @Nullable Timing read(String text) {
        int bar = text.indexOf('|');
        int slash = text.indexOf('/', bar + 1);
        if (slash < 0) return null;
        try {
            var start = Times.parse(text.substring(bar + 1, slash));
            var end = Times.parse(text.substring(slash + 1));
            if (bar < 0) return new Timing(start, end);
            var zone = ZoneId.of(text.substring(0, bar));
            return new Timing(zoned(start.local(), zone), zoned(end.local(), zone));
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }
}
