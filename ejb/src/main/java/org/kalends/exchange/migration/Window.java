package org.kalends.exchange.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.migration.MigrationJob.Manner;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.SeriesSpan;

/** Which part of time is moved. A series is moved whole if any of it lies there. */
record Window(@Nullable Instant from, @Nullable Instant to) {

    static Window of(Manner manner) {
        return new Window(manner.from(), manner.to());
    }

    boolean meets(EventSeries series) {
        var span = SeriesSpan.of(series);
        var end = span.end();
        boolean over = from != null && end != null && !end.isAfter(from);
        boolean later = to != null && !span.start().isBefore(to);
        return !over && !later;
    }
}
