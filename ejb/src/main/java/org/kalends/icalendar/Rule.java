package org.kalends.icalendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * One RRULE. COUNT and UNTIL are judged here, so that DTSTART counts as the first instance even where the rule does not
 * hit it, and UNTIL may be of any form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10">RFC 5545, 3.3.10</a>
 */
final class Rule {

    private static final int LONGEST = 2_000;

    private final Map<String, String> parts;

    private Rule(Map<String, String> parts) {
        this.parts = parts;
    }

    /** @throws InvalidCalendarData if the text is no rule */
    static Rule parse(String text) {
        if (text.length() > LONGEST) throw new InvalidCalendarData("RRULE: too long");
        Map<String, String> parts = new TreeMap<>();
        for (var part : text.strip().toUpperCase(Locale.ROOT).split(";")) {
            int equals = part.indexOf('=');
            if (equals < 1 || parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw new InvalidCalendarData("RRULE: " + part + " is no part of a rule");
            }
        }
        var rule = new Rule(parts);
        rule.check();
        return rule;
    }

    static String checked(String text) {
        parse(text);
        return text.strip();
    }

    private void check() {
        if (!parts.containsKey("FREQ")) throw new InvalidCalendarData("RRULE: FREQ is missing");
        if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
            throw new InvalidCalendarData("RRULE: COUNT and UNTIL exclude each other");
        }
        positive("COUNT");
        positive("INTERVAL");
        try {
            if (parts.containsKey("UNTIL")) until(ZoneOffset.UTC);
            recur();
        } catch (RuntimeException e) { // the library throws whatever its parts throw
            throw new InvalidCalendarData("RRULE: " + e.getMessage(), e);
        }
    }

    private void positive(String part) {
        var value = parts.get(part);
        if (value == null) return;
        try {
            if (Integer.parseInt(value) > 0) return;
        } catch (NumberFormatException e) {
            throw new InvalidCalendarData("RRULE: " + part + " must be a number up to " + Integer.MAX_VALUE, e);
        }
        throw new InvalidCalendarData("RRULE: " + part + " must be positive");
    }

    private Recur<LocalDateTime> recur() {
        return new Recur<>(parts.entrySet().stream()
                .filter(part -> !part.getKey().equals("COUNT") && !part.getKey().equals("UNTIL"))
                .map(part -> part.getKey() + "=" + part.getValue())
                .sorted((a, b) -> Boolean.compare(b.startsWith("FREQ"), a.startsWith("FREQ")))
                .collect(Collectors.joining(";")));
    }

    @Nullable
    Integer count() {
        var count = parts.get("COUNT");
        return count == null ? null : Integer.valueOf(count);
    }

    boolean endless() {
        return !parts.containsKey("COUNT") && !parts.containsKey("UNTIL");
    }

    /** The last local time that may be an instance; null when there is no UNTIL. */
    @Nullable
    LocalDateTime until(ZoneId zone) {
        var until = parts.get("UNTIL");
        if (until == null) return null;
        try {
            var time = Times.parse(until, null);
            return time.match(
                    day -> day.date().plusDays(1).atStartOfDay().minusSeconds(1),
                    zoned -> zoned.local()
                            .atZone(ZoneOffset.UTC)
                            .withZoneSameInstant(zone)
                            .toLocalDateTime(),
                    floating -> floating.local());
        } catch (DateTimeException e) {
            throw new InvalidCalendarData("RRULE: UNTIL=" + until + " is no date or time", e);
        }
    }

    /**
     * Local starts from {@code start} on, before {@code end}, at most {@code limit}; {@code start} is the first.
     *
     * @param zone that a UTC UNTIL is read in
     */
    List<LocalDateTime> starts(LocalDateTime start, LocalDateTime end, ZoneId zone, int limit) {
        var count = count();
        var until = until(zone);
        int most = count == null ? limit : Math.min(count, limit);
        var starts = new ArrayList<LocalDateTime>();
        starts.add(start);
        if (most > 1 && end.isAfter(start)) {
            var hits = recur().getDates(start, start, end, most + 1);
            hits.stream().sorted().distinct().filter(hit -> hit.isAfter(start)).forEach(starts::add);
        }
        return starts.stream()
                .limit(most)
                .filter(hit -> hit.isBefore(end) && (until == null || !hit.isAfter(until)))
                .toList();
    }

    /** The same rule, ending before the given moment. */
    Rule until(EventTime last) {
        var changed = new TreeMap<>(parts);
        changed.remove("COUNT");
        changed.put("UNTIL", Times.value(last));
        return new Rule(changed);
    }

    Rule count(int left) {
        var changed = new TreeMap<>(parts);
        changed.put("COUNT", Integer.toString(left));
        return new Rule(changed);
    }

    /** FREQ first, as older readers want it. */
    String text() {
        return "FREQ=" + parts.get("FREQ")
                + parts.entrySet().stream()
                        .filter(part -> !part.getKey().equals("FREQ"))
                        .map(part -> ";" + part.getKey() + "=" + part.getValue())
                        .collect(Collectors.joining());
    }

    static LocalDate farthest() {
        return LocalDate.of(2200, 1, 1);
    }
}
