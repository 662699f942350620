package org.kalends.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What makes two RECURRENCE-IDs the same: the instant in a series with a zone, the local value (as if it were UTC) in
 * an all-day or floating one. Ids of another type than DTSTART are read by the nearest sense.
 */
public final class InstanceKey {

    private InstanceKey() {}

    /** @param start DTSTART of the master */
    public static Instant of(EventTime id, EventTime start) {
        return form(id, start).instant(ZoneOffset.UTC);
    }

    /** The same, beside the master of the series if it has one. */
    public static Instant of(EventTime id, EventSeries series) {
        var master = series.master();
        return of(id, master == null ? id : master.timing().start());
    }

    /** The id in the form of the master's DTSTART. */
    public static EventTime form(EventTime id, EventTime start) {
        return start.match(
                day -> new EventTime.Day(id.local().toLocalDate()),
                zoned -> inZone(id, zoned),
                floating -> new EventTime.Floating(
                        id.allDay() ? id.local().with(floating.local().toLocalTime()) : id.local()));
    }

    /** A local start time in the form of the master's DTSTART. */
    public static EventTime at(LocalDateTime local, EventTime start) {
        return start.match(
                day -> new EventTime.Day(local.toLocalDate()),
                zoned -> new EventTime.Zoned(local, zoned.zone()),
                floating -> new EventTime.Floating(local));
    }

    private static EventTime inZone(EventTime id, EventTime.Zoned start) {
        return id.match(
                day -> new EventTime.Zoned(day.date().atTime(start.local().toLocalTime()), start.zone()),
                zoned -> zoned.zone().equals(start.zone())
                        ? zoned
                        : new EventTime.Zoned(
                                LocalDateTime.ofInstant(zoned.instant(start.zone()), start.zone()), start.zone()),
                floating -> new EventTime.Zoned(floating.local(), start.zone()));
    }
}
