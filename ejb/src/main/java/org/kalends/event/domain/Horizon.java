package org.kalends.event.domain;

import java.time.Duration;
import java.time.Instant;
import org.kalends.icalendar.recurrence.SeriesSpan;
import org.kalends.time.Interval;

/**
 * How far series are expanded into rows: from a year ago to two years ahead, or two years from a later start.
 *
 * @param now the moment that it is reckoned from
 */
public record Horizon(Instant now) {

    private static final Duration BACK = Duration.ofDays(366);
    private static final Duration AHEAD = Duration.ofDays(731);

    /** Rows were written earlier, so what they cover may end earlier. */
    private static final Duration ROLLED = Duration.ofDays(180);

    /** Whether the whole series is stored: finite and inside, or single. */
    public boolean covers(SeriesSpan span) {
        var end = span.end();
        if (span.single()) return true;
        var window = window(span);
        return end != null && !span.start().isBefore(window.start()) && !end.isAfter(window.end());
    }

    /** What to expand: everything where the series is covered, else the window. */
    public Interval windowFor(SeriesSpan span) {
        var end = span.end();
        return covers(span) && end != null ? new Interval(span.start(), end.plusSeconds(1)) : window(span);
    }

    /** How far series that began already are stored. */
    public Instant end() {
        return now.plus(AHEAD);
    }

    private Interval window(SeriesSpan span) {
        var from = span.start().isAfter(now) ? span.start() : now.minus(BACK);
        var to = span.start().isAfter(now) ? span.start().plus(AHEAD) : now.plus(AHEAD);
        return new Interval(from, to);
    }

    /** Whether every instance in the range is stored, of whatever series. */
    public boolean contains(Interval range) {
        return !range.start().isBefore(now.minus(BACK).plus(ROLLED))
                && !range.end().isAfter(now.plus(AHEAD).minus(ROLLED));
    }
}
