package org.kalends.notification.wording;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Timing;

/** Says when an event is, as its reader's clock shows it: {@code Tue 24 Nov 2026, 10:00–11:00 (MSK)}. */
final class WhenText {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private final Texts texts;

    WhenText(Texts texts) {
        this.texts = texts;
    }

    String of(Timing timing, ZoneId zone) {
        if (timing.allDay()) {
            return days(
                    timing.start().local().toLocalDate(), timing.end().local().toLocalDate());
        }
        if (timing.start() instanceof EventTime.Floating) {
            return span(timing.start().local(), timing.end().local()) + " (" + texts.say("floating") + ")";
        }
        var start = timing.start().instant(zone).atZone(zone);
        var end = timing.end().instant(zone).atZone(zone);
        return span(start.toLocalDateTime(), end.toLocalDateTime()) + " (" + label(start) + ")";
    }

    /** The day alone. */
    String day(LocalDate date) {
        return texts.item("weekday.short", date.getDayOfWeek().getValue() - 1) + " " + plainDay(date);
    }

    /** The day without its weekday. */
    String plainDay(LocalDate date) {
        return date.getDayOfMonth() + " " + texts.item("month.short", date.getMonthValue() - 1) + " " + date.getYear();
    }

    private String days(LocalDate first, LocalDate end) {
        var last = end.isAfter(first) ? end.minusDays(1) : first;
        var span = last.equals(first) ? day(first) : day(first) + " – " + day(last);
        return span + ", " + texts.say("allday");
    }

    private String span(LocalDateTime start, LocalDateTime end) {
        var from = day(start.toLocalDate()) + ", " + CLOCK.format(start);
        if (end.equals(start)) return from;
        return end.toLocalDate().equals(start.toLocalDate())
                ? from + "–" + CLOCK.format(end)
                : from + " – " + day(end.toLocalDate()) + ", " + CLOCK.format(end);
    }

    private static String label(ZonedDateTime moment) {
        return moment.getZone().normalized().equals(ZoneOffset.UTC) ? "UTC" : ZONE.format(moment);
    }
}
