package org.kalends.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Half-open span of time: {@code start} is inside, {@code end} is not, so back-to-back events do not clash. Both ends
 * are UTC instants; all-day events are resolved to the calendar's zone before they get here.
 *
 * @throws IllegalArgumentException if {@code start} is not strictly before {@code end}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.9">RFC 4791, 9.9 (overlap rules)</a>
 */
public record Interval(Instant start, Instant end) {

    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("start must lie before end, was " + start + " and " + end);
        }
    }

    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
