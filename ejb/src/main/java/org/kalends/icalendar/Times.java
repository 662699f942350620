package org.kalends.icalendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * DATE, DATE-TIME and DURATION on the wire.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.4">RFC 5545, 3.3.4 to 3.3.6</a>
 */
final class Times {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final Pattern DURATION =
            Pattern.compile("([+-]?)P(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private Times() {}

    static EventTime read(ContentLine line) {
        return read(line.value().strip(), line);
    }

    static List<EventTime> readList(ContentLine line) {
        return List.of(line.value().split(",")).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> read(value.contains("/") ? value.substring(0, value.indexOf('/')) : value, line))
                .toList();
    }

    private static EventTime read(String value, ContentLine line) {
        try {
            var time = parse(value, line.parameter("TZID"));
            int year = time.local().getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw new InvalidCalendarData(line.name() + ": the year must lie in 1900 to 2200");
            }
            return time;
        } catch (DateTimeException e) {
            throw new InvalidCalendarData(line.name() + ": " + value + " is no date or time", e);
        }
    }

    static EventTime parse(String value, @Nullable String tzid) {
        if (value.length() == 8) return new EventTime.Day(LocalDate.parse(value, DATE));
        boolean utc = value.endsWith("Z");
        var local = LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, DATE_TIME);
        if (utc) return new EventTime.Zoned(local, ZoneOffset.UTC);
        if (tzid == null) return new EventTime.Floating(local);
        var zone = Zones.find(tzid).orElseThrow(() -> new DateTimeException("unknown zone " + tzid));
        return new EventTime.Zoned(local, zone);
    }

    static ContentLine line(String name, EventTime time) {
        return line(name, List.of(time));
    }

    /** All of one form: the first one's. */
    static ContentLine line(String name, List<EventTime> times) {
        var values = String.join(",", times.stream().map(Times::value).toList());
        return times.get(0)
                .match(
                        day -> ContentLine.named(name).and("VALUE", "DATE").line(values),
                        zoned -> zoned.zone().equals(ZoneOffset.UTC)
                                ? ContentLine.of(name, values)
                                : ContentLine.named(name)
                                        .and("TZID", zoned.zone().getId())
                                        .line(values),
                        floating -> ContentLine.of(name, values));
    }

    static String value(EventTime time) {
        return time.match(
                day -> DATE.format(day.date()),
                zoned -> DATE_TIME.format(zoned.local()) + (zoned.zone().equals(ZoneOffset.UTC) ? "Z" : ""),
                floating -> DATE_TIME.format(floating.local()));
    }

    /** Start plus a DURATION: days by the calendar, the rest by the clock. */
    static EventTime plus(EventTime start, ContentLine duration) {
        var m = matcher(duration);
        int sign = m.group(1).equals("-") ? -1 : 1;
        var days = Period.ofDays(sign * (int) (7 * number(m, 2) + number(m, 3)));
        var rest = Duration.ofSeconds(sign * (number(m, 4) * 3600 + number(m, 5) * 60 + number(m, 6)));
        return start.match(
                day -> new EventTime.Day(day.date().plus(days)),
                zoned -> new EventTime.Zoned(
                        zoned.local().plus(days).atZone(zoned.zone()).plus(rest).toLocalDateTime(), zoned.zone()),
                floating -> new EventTime.Floating(floating.local().plus(days).plus(rest)));
    }

    static Duration duration(ContentLine line) {
        var m = matcher(line);
        var length = Duration.ofDays(7 * number(m, 2) + number(m, 3))
                .plusHours(number(m, 4))
                .plusMinutes(number(m, 5))
                .plusSeconds(number(m, 6));
        return m.group(1).equals("-") ? length.negated() : length;
    }

    private static Matcher matcher(ContentLine line) {
        var m = DURATION.matcher(line.value().strip());
        if (!m.matches() || line.value().length() > 30) {
            throw new InvalidCalendarData(line.name() + ": " + line.value() + " is no duration");
        }
        return m;
    }

    private static long number(Matcher m, int group) {
        var digits = m.group(group);
        if (digits == null) return 0;
        if (digits.length() > 9) throw new InvalidCalendarData("a duration is too long");
        return Long.parseLong(digits);
    }
}
