package org.kalends.icalendar.recurrence;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Times;

/** RECUR text to {@link Rule}; anything unclear is refused with the part at fault. */
final class RuleParser {

    private static final List<String> PARTS = List.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "BYSECOND",
            "BYMINUTE",
            "BYHOUR",
            "BYDAY",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYSETPOS",
            "WKST",
            "RSCALE",
            "SKIP");
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final int MAX_LENGTH = 4000;

    private final Map<String, String> parts;

    private RuleParser(Map<String, String> parts) {
        this.parts = parts;
    }

    /** @throws InvalidCalendarData if the text is no rule */
    static Rule parse(String text) {
        if (text.length() > MAX_LENGTH) throw new InvalidCalendarData("RRULE is longer than " + MAX_LENGTH);
        var parts = new LinkedHashMap<String, String>();
        for (var part : text.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            if (part.isBlank()) continue; // a trailing semicolon is common
            int equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals).strip();
            if (name.startsWith("X-")) continue;
            if (equals < 0 || !PARTS.contains(name)) throw invalid(name, "is no part of a rule");
            if (parts.put(name, part.substring(equals + 1).strip()) != null) throw invalid(name, "stands twice");
        }
        return new RuleParser(parts).rule();
    }

    private Rule rule() {
        var count = single("COUNT", 1, Integer.MAX_VALUE);
        var until = until();
        if (count != null && until != null) throw invalid("UNTIL", "must not stand beside COUNT");
        var interval = single("INTERVAL", 1, Integer.MAX_VALUE);
        var rule = new Rule(
                oneOf("FREQ", Rule.Frequency.class, null),
                interval == null ? 1 : interval,
                count,
                until,
                byDate(),
                new Rule.ByTime(numbers("BYHOUR", 0, 23), numbers("BYMINUTE", 0, 59), numbers("BYSECOND", 0, 60)),
                signed("BYSETPOS", 366),
                weekStart(),
                skip());
        new RuleCheck(rule).check();
        return rule;
    }

    private Rule.ByDate byDate() {
        return new Rule.ByDate(
                numbers("BYMONTH", 1, 12),
                signed("BYWEEKNO", 53),
                signed("BYYEARDAY", 366),
                signed("BYMONTHDAY", 31),
                weekdays());
    }

    private List<Rule.Weekday> weekdays() {
        if (!parts.containsKey("BYDAY")) return List.of();
        return Arrays.stream(parts.getOrDefault("BYDAY", "").split(",", -1))
                .map(String::strip)
                .map(RuleParser::weekday)
                .distinct()
                .toList();
    }

    private static Rule.Weekday weekday(String text) {
        var m = WEEKDAY.matcher(text);
        if (!m.matches()) throw invalid("BYDAY", "has no day " + shown(text));
        int ordinal = m.group(1) == null ? 0 : Integer.parseInt(m.group(1));
        if (m.group(1) != null && (ordinal == 0 || Math.abs(ordinal) > 53)) {
            throw invalid("BYDAY", "must count from 1 to 53");
        }
        return new Rule.Weekday(ordinal, DayOfWeek.of(DAYS.indexOf(m.group(2)) + 1));
    }

    private DayOfWeek weekStart() {
        var text = parts.get("WKST");
        if (text == null) return DayOfWeek.MONDAY;
        if (!DAYS.contains(text)) throw invalid("WKST", "is no day");
        return DayOfWeek.of(DAYS.indexOf(text) + 1);
    }

    /** Only the Gregorian scale is known; others would silently give wrong days. */
    private Rule.Skip skip() {
        var scale = parts.get("RSCALE");
        if (scale != null && !scale.equals("GREGORIAN")) throw invalid("RSCALE", "knows GREGORIAN only");
        return oneOf("SKIP", Rule.Skip.class, Rule.Skip.OMIT);
    }

    private @Nullable EventTime until() {
        var text = parts.get("UNTIL");
        if (text == null) return null;
        try {
            return Times.parse(text);
        } catch (DateTimeException e) {
            throw invalid("UNTIL", "is no date or time");
        }
    }

    private <E extends Enum<E>> E oneOf(String name, Class<E> values, @Nullable E absent) {
        var text = parts.get(name);
        if (text == null && absent != null) return absent;
        for (var value : values.getEnumConstants()) if (value.name().equals(text)) return value;
        throw invalid(name, "must be one of " + Arrays.toString(values.getEnumConstants()));
    }

    private @Nullable Integer single(String name, int min, int max) {
        if (!parts.containsKey(name)) return null;
        var found = numbers(name, min, max);
        if (found.size() != 1) throw invalid(name, "must be one number");
        return found.get(0);
    }

    private List<Integer> signed(String name, int max) {
        var found = numbers(name, -max, max);
        if (found.contains(0)) throw invalid(name, "must not be 0");
        return found;
    }

    private List<Integer> numbers(String name, int min, int max) {
        var text = parts.get(name);
        if (text == null) return List.of();
        return Arrays.stream(text.split(",", -1))
                .map(n -> number(name, n.strip(), min, max))
                .distinct()
                .sorted()
                .toList();
    }

    private static int number(String name, String text, int min, int max) {
        long number = NUMBER.matcher(text).matches() ? Long.parseLong(text) : Long.MIN_VALUE;
        if (text.matches("\\d{10}") && max == Integer.MAX_VALUE) number = Math.min(Long.parseLong(text), max);
        if (number < min || number > max) throw invalid(name, "must be from " + min + " to " + max);
        return (int) number;
    }

    private static String shown(String text) {
        return '"' + text.substring(0, Math.min(20, text.length())) + '"';
    }

    private static InvalidCalendarData invalid(String part, String message) {
        return new InvalidCalendarData("RRULE: " + part.substring(0, Math.min(20, part.length())) + " " + message);
    }
}
