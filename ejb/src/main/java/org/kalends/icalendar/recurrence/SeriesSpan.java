package org.kalends.icalendar.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InstanceKey;

/**
 * From the first start to the last end of a series, days and floating times read as UTC.
 *
 * @param end null for a series without end
 * @param single whether there is but one instance and no rule
 */
public record SeriesSpan(Instant start, @Nullable Instant end, boolean single) {

    /** @throws RecurrenceRefused if the series is too dense or too long to be kept */
    public static SeriesSpan of(EventSeries series) {
        var start = Instant.MAX;
        Instant end = Instant.MIN;
        for (var component : series.components()) {
            var period = component.timing().interval(ZoneOffset.UTC);
            start = min(start, period.start());
            end = max(end, period.end());
        }
        var master = series.master();
        if (master == null || !master.recurrence().repeats())
            return new SeriesSpan(start, end, series.components().size() == 1);
        var length = master.timing().length(ZoneOffset.UTC);
        RuleBounds.checkLists(master.recurrence());
        for (var added : master.recurrence().added()) {
            start = min(start, added.instant(ZoneOffset.UTC));
            end = max(end, added.instant(ZoneOffset.UTC).plus(length).plusSeconds(1));
        }
        for (var text : master.recurrence().rules()) {
            var last = RuleBounds.last(RuleParser.parse(text), master.timing().start());
            if (last == null) return new SeriesSpan(start, null, false);
            end = max(end, instant(last, master.timing().start()).plus(length).plusSeconds(1));
        }
        return new SeriesSpan(start, end, false);
    }

    private static Instant instant(LocalDateTime local, EventTime like) {
        return InstanceKey.at(local, like).instant(ZoneOffset.UTC);
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
