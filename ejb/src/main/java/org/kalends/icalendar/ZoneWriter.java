package org.kalends.icalendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A zone's rules as VTIMEZONE: the present rules with RRULE, open-ended; before them one observance for each change of
 * offset since the first moment that is needed. Never lists of RDATE.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5">RFC 5545, 3.6.5</a>
 */
final class ZoneWriter {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int MOST_OBSERVANCES = 80;

    private ZoneWriter() {}

    static Block write(ZoneId zone, LocalDateTime from) {
        var block = Block.empty("VTIMEZONE")
                .add(ContentLine.of("TZID", zone.getId()))
                .add(ContentLine.of("X-LIC-LOCATION", zone.getId()));
        var rules = zone.getRules();
        var start = from.minusYears(1);
        var offset = rules.getOffset(start);
        block.add(observance(rules, start, offset, offset, null));
        var next = rules.nextTransition(start.toInstant(offset));
        int seen = 0;
        while (next != null && seen++ < MOST_OBSERVANCES) {
            var rule = ruleOf(rules, next);
            block.add(observance(rules, next.getDateTimeBefore(), next.getOffsetBefore(), next.getOffsetAfter(), rule));
            if (rule != null
                    && seen > 1
                    && rulesWritten(block) == rules.getTransitionRules().size()) break;
            next = rules.nextTransition(next.getInstant());
        }
        return block;
    }

    private static long rulesWritten(Block block) {
        return block.blocks().stream().filter(b -> b.first("RRULE").isPresent()).count();
    }

    private static @Nullable ZoneOffsetTransitionRule ruleOf(ZoneRules rules, ZoneOffsetTransition transition) {
        return rules.getTransitionRules().stream()
                .filter(rule -> rule.createTransition(
                                transition.getDateTimeBefore().getYear())
                        .equals(transition))
                .filter(rule -> lasts(rules, rule, transition))
                .findFirst()
                .orElse(null);
    }

    /** Whether every later year follows the rule, or an RRULE would lie about the years before the last change. */
    private static boolean lasts(ZoneRules rules, ZoneOffsetTransitionRule rule, ZoneOffsetTransition since) {
        for (int year = since.getDateTimeBefore().getYear();
                year < since.getDateTimeBefore().getYear() + 30;
                year++) {
            var wanted = rule.createTransition(year);
            if (!rules.getOffset(wanted.getInstant()).equals(wanted.getOffsetAfter())
                    || !rules.getOffset(wanted.getInstant().minusSeconds(1)).equals(wanted.getOffsetBefore())) {
                return false;
            }
        }
        return true;
    }

    private static Block observance(
            ZoneRules rules,
            LocalDateTime start,
            ZoneOffset before,
            ZoneOffset after,
            @Nullable ZoneOffsetTransitionRule rule) {
        boolean daylight = rules.isDaylightSavings(start.toInstant(before).plusSeconds(1));
        var block = Block.empty(daylight ? "DAYLIGHT" : "STANDARD")
                .add(ContentLine.of("DTSTART", LOCAL.format(start)))
                .add(ContentLine.of("TZOFFSETFROM", offset(before)))
                .add(ContentLine.of("TZOFFSETTO", offset(after)));
        if (rule != null) block.add(ContentLine.of("RRULE", rrule(rule, start)));
        return block;
    }

    private static String rrule(ZoneOffsetTransitionRule rule, LocalDateTime start) {
        var month = "FREQ=YEARLY;BYMONTH=" + start.getMonthValue();
        if (rule.getDayOfWeek() == null) return month + ";BYMONTHDAY=" + start.getDayOfMonth();
        var day = start.getDayOfWeek().name().substring(0, 2);
        int first = start.getDayOfWeek() == rule.getDayOfWeek()
                ? rule.getDayOfMonthIndicator()
                : rule.getDayOfMonthIndicator()
                        + (start.getDayOfWeek().getValue() - rule.getDayOfWeek().getValue());
        boolean lastWeek = first == start.getMonth().maxLength() - 6;
        if (first < 0 || lastWeek) return month + ";BYDAY=-1" + day;
        if (first % 7 == 1) return month + ";BYDAY=" + (first / 7 + 1) + day;
        var days = new StringBuilder(month)
                .append(";BYDAY=")
                .append(day)
                .append(";BYMONTHDAY=")
                .append(first);
        for (int i = 1; i < 7; i++) days.append(',').append(first + i);
        return days.toString();
    }

    private static String offset(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        var text = String.format(
                Locale.ROOT, "%s%02d%02d", offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + String.format(Locale.ROOT, "%02d", seconds % 60);
    }
}
