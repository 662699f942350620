package org.kalends.event.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Timing;
import org.kalends.time.Interval;

/**
 * How moments are kept in columns: zoned ones as instants; days and floating times by their local value as if it were
 * UTC, marked floating, because whose midnight it is depends on who looks.
 */
public final class Moments {

    private Moments() {}

    /** The key of an instance. */
    public static Instant key(EventTime time) {
        return time.instant(ZoneOffset.UTC);
    }

    public static Interval period(Timing timing) {
        return timing.interval(ZoneOffset.UTC);
    }

    public static boolean floating(EventTime time) {
        return !(time instanceof EventTime.Zoned);
    }
}
