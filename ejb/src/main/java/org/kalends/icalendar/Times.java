package org.kalends.icalendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates, times and durations as text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3">RFC 5545, 3.3.4 to 3.3.6</a>
 */
public final class Times {

    private static final Pattern VALUE =
            Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)(Z)?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile(
            "([+-])?P(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,7})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})S)?)?",
            Pattern.CASE_INSENSITIVE);

    private Times() {}

    /** @throws DateTimeException if the text is no date or no time */
    public static EventTime parse(String text) {
        var m = VALUE.matcher(text.strip());
        if (!m.matches()) throw new DateTimeException("is no date or time");
        var date = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
        if (date.getYear() < 1) throw new DateTimeException("has no such year");
        if (m.group(4) == null) return new EventTime.Day(date);
        var local = date.atTime(number(m, 4), number(m, 5), Math.min(number(m, 6), 59)); // 60 is a leap second
        return m.group(7) == null ? new EventTime.Floating(local) : new EventTime.Zoned(local, ZoneOffset.UTC);
    }

    public static String text(EventTime time) {
        return time.match(
                d -> date(d.date()),
                z -> local(z.local()) + (z.zone().equals(ZoneOffset.UTC) ? "Z" : ""),
                f -> local(f.local()));
    }

    public static String utc(Instant instant) {
        return text(EventTime.utc(instant));
    }

    public static String local(LocalDateTime time) {
        var t = time.toLocalTime();
        return date(time.toLocalDate()) + 'T' + digits(t.getHour()) + digits(t.getMinute()) + digits(t.getSecond());
    }

    /** TZID of a zone as we write it. */
    public static String tzid(ZoneId zone) {
        return zone instanceof ZoneOffset ? "UTC" + zone.getId() : zone.getId();
    }

    /** @throws DateTimeException if the text is no duration; weeks and days are 7 and 1 times 24 hours */
    public static Duration duration(String text) {
        var m = DURATION.matcher(text.strip());
        if (!m.matches() || text.strip().length() < 3) throw new DateTimeException("is no duration");
        var length = Duration.ofDays(7L * optional(m, 2) + optional(m, 3))
                .plusHours(optional(m, 4))
                .plusMinutes(optional(m, 5))
                .plusSeconds(optional(m, 6));
        return "-".equals(m.group(1)) ? length.negated() : length;
    }

    public static String text(Duration length) {
        var positive = Duration.ofSeconds(length.abs().toSeconds());
        var days = positive.toDays();
        var rest = positive.minusDays(days);
        var text = new StringBuilder(length.isNegative() ? "-P" : "P");
        if (days > 0) text.append(days).append('D');
        if (!rest.isZero() || days == 0)
            text.append(rest.toString(), 1, rest.toString().length());
        return text.toString();
    }

    /** Start plus a DURATION: days by the calendar, the rest by the clock (RFC 5545, 3.3.6). */
    public static EventTime plus(EventTime start, Duration length) {
        long days = length.toDays();
        var rest = length.minusDays(days);
        return start.match(
                d -> new EventTime.Day(d.date().plusDays(days)),
                z -> {
                    var moved = z.local().plusDays(days).atZone(z.zone()).plus(rest);
                    return new EventTime.Zoned(moved.toLocalDateTime(), z.zone());
                },
                f -> new EventTime.Floating(f.local().plusDays(days).plus(rest)));
    }

    private static String date(LocalDate date) {
        int year = date.getYear();
        var text = Integer.toString(10000 + year).substring(1);
        return text + digits(date.getMonthValue()) + digits(date.getDayOfMonth());
    }

    private static String digits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static long optional(Matcher m, int group) {
        return m.group(group) == null ? 0 : Long.parseLong(m.group(group));
    }
}
