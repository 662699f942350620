package org.kalends.icalendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.time.Interval;

/**
 * A VAVAILABILITY: within its period somebody is not there, but for the times that it names.
 *
 * @param priority 1 is the highest, 9 the lowest, 0 lower than all
 * @param start null for ever before
 * @param end null for ever after
 * @param otherwise what he is in the rest of its period
 * @param available series of times
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7953#section-3.1">RFC 7953, 3.1</a>
 */
public record Availability(
        int priority,
        @Nullable EventTime start,
        @Nullable EventTime end,
        BusyType otherwise,
        List<EventSeries> available) {

    public Availability {
        available = List.copyOf(available);
    }

    /** BUSYTYPE (RFC 7953, 3.2), the stronger later. */
    public enum BusyType {
        TENTATIVE,
        UNAVAILABLE,
        BUSY
    }

    /**
     * What of the range lies in its period; empty when nothing does.
     *
     * @param floating the zone in which times without one are read
     */
    public Optional<Interval> within(Interval range, ZoneId floating) {
        var from = start == null ? range.start() : start.instant(floating);
        var to = end == null ? range.end() : end.instant(floating);
        var first = from.isAfter(range.start()) ? from : range.start();
        var last = to.isBefore(range.end()) ? to : range.end();
        return first.isBefore(last) ? Optional.of(new Interval(first, last)) : Optional.empty();
    }
}
