package org.kalends.web.rsvp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Timing;
import org.kalends.problem.CalendarException;
import org.kalends.scheduling.RsvpAnswers.Invited;

/** The event's times in words, and a proposed one read: in the zone of whoever is inside, else in the event's. */
final class RsvpTimes {

    private final Invited invited;
    private final Locale locale;
    private final ZoneId zone;

    RsvpTimes(Invited invited, Locale locale) {
        this.invited = invited;
        this.locale = locale;
        var reader = invited.reader();
        var start = invited.series().lead().timing().start();
        if (reader != null) zone = reader.zone();
        else zone = start instanceof EventTime.Zoned zoned ? zoned.zone() : ZoneOffset.UTC;
    }

    /** Of a series nothing is said: it may go on. */
    boolean over(Instant now) {
        var series = invited.series();
        return !series.recurring()
                && !series.lead().timing().interval(zone).end().isAfter(now);
    }

    String when(Timing timing) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        if (timing.start() instanceof EventTime.Day first) {
            var last = timing.end().local().toLocalDate().minusDays(1);
            return last.isAfter(first.date())
                    ? day.format(first.date()) + " – " + day.format(last)
                    : day.format(first.date());
        }
        var start = timing.start().instant(zone).atZone(zone);
        var end = timing.end().instant(zone).atZone(zone);
        var until = start.toLocalDate().equals(end.toLocalDate())
                ? clock(timing.end())
                : day.format(end) + ", " + clock(timing.end());
        return day.format(start) + ", " + clock(timing.start()) + "–" + until;
    }

    /** Which zone the times are told in; null for days. */
    @Nullable
    String zoneName() {
        if (invited.series().lead().timing().allDay()) return null;
        return zone.getDisplayName(TextStyle.FULL, locale) + " (" + zone.getId() + ")";
    }

    String day(Timing timing) {
        var start = timing.start();
        return start.allDay()
                ? start.local().toLocalDate().toString()
                : start.instant(zone).atZone(zone).toLocalDate().toString();
    }

    /** {@code HH:mm}; empty for days. */
    String clock(EventTime time) {
        if (time.allDay()) return "";
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                .format(time.instant(zone).atZone(zone));
    }

    /**
     * The time that the form proposes; one that ends before it begins ends the next day.
     *
     * @throws CalendarException 400 if it cannot be read
     */
    Timing proposed(@Nullable String day, @Nullable String from, @Nullable String to) {
        var timing = invited.series().lead().timing();
        try {
            var date = LocalDate.parse(String.valueOf(day));
            if (date.getYear() < 1900 || date.getYear() > 2200) throw new DateTimeException("far away");
            if (timing.allDay()) {
                var length = timing.length(ZoneOffset.UTC).toDays();
                return new Timing(new EventTime.Day(date), new EventTime.Day(date.plusDays(length)));
            }
            var start = date.atTime(LocalTime.parse(String.valueOf(from)));
            var last = LocalTime.parse(String.valueOf(to));
            var end = (last.isAfter(start.toLocalTime()) ? date : date.plusDays(1)).atTime(last);
            return new Timing(new EventTime.Zoned(start, zone), new EventTime.Zoned(end, zone));
        } catch (DateTimeException e) {
            throw CalendarException.invalid("proposed", "must be a day, and from when to when");
        }
    }
}
