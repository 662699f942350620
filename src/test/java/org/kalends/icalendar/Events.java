package org.kalends.icalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Small series for tests. */
public final class Events {

    public static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    public static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    public static final Uid UID = new Uid("planning@kalends.test");

    private Events() {}

    public static EventSeries series(Timing timing, String... rules) {
        return EventSeries.of(UID, component(timing).withRecurrence(Recurrence.NONE.withRules(List.of(rules))));
    }

    public static EventSeries series(EventComponent master) {
        return EventSeries.of(UID, master);
    }

    public static EventComponent component(Timing timing) {
        return new EventComponent(
                null,
                timing,
                Recurrence.NONE,
                new Details("Planning", "", "", null),
                Labels.PLAIN,
                null,
                List.of(),
                List.of(),
                Revision.first(NOW));
    }

    /** One hour from the given local time. */
    public static Timing hour(String local, ZoneId zone) {
        var start = LocalDateTime.parse(local);
        return new Timing(new EventTime.Zoned(start, zone), new EventTime.Zoned(start.plusHours(1), zone));
    }

    public static Timing days(String first, int length) {
        var day = LocalDate.parse(first);
        return new Timing(new EventTime.Day(day), new EventTime.Day(day.plusDays(length)));
    }

    /** A VEVENT within its VCALENDAR, lines ended as the RFC wants. */
    public static String text(String... lines) {
        var all = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20261124T090000Z\n"
                + String.join("\n", lines) + "\nEND:VEVENT\nEND:VCALENDAR\n";
        return all.replace("\n", "\r\n");
    }
}
