package org.kalends.web.event;

import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Timing;
import org.kalends.problem.CalendarException;

/** From when to when, as events say it. */
public record SpanJson(@Nullable TimeJson start, @Nullable TimeJson end) {

    public static @Nullable SpanJson of(@Nullable Timing timing) {
        return timing == null ? null : new SpanJson(TimeJson.of(timing.start()), TimeJson.of(timing.end()));
    }

    /**
     * What it says.
     *
     * @param field what it is called in the request
     * @throws CalendarException 400 naming the member that is wrong
     */
    public Timing read(String field) {
        if (start == null) throw CalendarException.invalid(field + ".start", "must be given");
        if (end == null) throw CalendarException.invalid(field + ".end", "must be given");
        var from = start.read(field + ".start");
        var to = end.read(field + ".end");
        try {
            var timing = new Timing(from, to);
            if (!from.equals(to)) return timing;
        } catch (IllegalArgumentException e) {
            throw CalendarException.invalid(field + ".end", String.valueOf(e.getMessage()));
        }
        throw CalendarException.invalid(field + ".end", "must lie after start");
    }
}
