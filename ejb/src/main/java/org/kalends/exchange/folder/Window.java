package org.kalends.exchange.folder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.SeriesSpan;

/** Which part of time is moved. A series is moved whole if any of it lies there. */
public record Window(@Nullable Instant from, @Nullable Instant to) {

    /** All of time. */
    public static final Window ALWAYS = new Window(null, null);

    /** Whether any of it lies there. */
    public boolean meets(EventSeries series) {
        var span = SeriesSpan.of(series);
        var end = span.end();
        boolean over = from != null && end != null && !end.isAfter(from);
        boolean later = to != null && !span.start().isBefore(to);
        return !over && !later;
    }
}
