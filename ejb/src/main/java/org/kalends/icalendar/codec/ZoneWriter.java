package org.kalends.icalendar.codec;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;

/**
 * A zone of java.time to its VTIMEZONE: yearly rules with an open end where the zone has such, and each single change
 * of offset after the wanted time as an observance of its own; never RDATE.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5">RFC 5545, 3.6.5</a>
 */
final class ZoneWriter {

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final ZoneId zone;
    private final ZoneRules rules;
    private final List<Item> items = new ArrayList<>();

    private ZoneWriter(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** @param from the earliest local time at which the definition must be right */
    static Block block(ZoneId zone, LocalDateTime from) {
        var writer = new ZoneWriter(zone);
        writer.items.add(ContentLine.of("TZID", Times.tzid(zone)));
        if (!(zone instanceof ZoneOffset)) writer.items.add(ContentLine.of("X-LIC-LOCATION", zone.getId()));
        writer.observances(from);
        return Block.of("VTIMEZONE", writer.items);
    }

    private void observances(LocalDateTime from) {
        var start = from.minusDays(1).toInstant(ZoneOffset.UTC);
        var yearly = rules.getTransitionRules();
        var transitions = rules.getTransitions();
        var last = transitions.isEmpty() ? null : transitions.get(transitions.size() - 1);
        boolean onlyYearly =
                !yearly.isEmpty() && last != null && last.getDateTimeAfter().getYear() < from.getYear() - 1;
        if (!onlyYearly) {
            var before = rules.previousTransition(start.plusSeconds(1));
            if (before == null) fixed(rules.getOffset(start));
            else single(before);
            transitions.stream().filter(t -> t.getInstant().isAfter(start)).forEach(this::single);
        }
        int year = onlyYearly || last == null
                ? from.getYear() - 1
                : last.getDateTimeAfter().getYear();
        for (var rule : yearly) yearly(rule, firstYear(rule, year, last));
    }

    /** Yearly rules go on where the single changes end. */
    private static int firstYear(ZoneOffsetTransitionRule rule, int year, @Nullable ZoneOffsetTransition last) {
        boolean told = last != null && !rule.createTransition(year).getInstant().isAfter(last.getInstant());
        return told ? year + 1 : year;
    }

    private void fixed(ZoneOffset offset) {
        observance("STANDARD", EVER, offset, offset, null);
    }

    private void single(ZoneOffsetTransition t) {
        observance(name(t), t.getDateTimeBefore(), t.getOffsetBefore(), t.getOffsetAfter(), null);
    }

    private void yearly(ZoneOffsetTransitionRule rule, int year) {
        var first = rule.createTransition(year);
        var text = YearlyOnset.of(rule, year).rule();
        observance(name(first), first.getDateTimeBefore(), first.getOffsetBefore(), first.getOffsetAfter(), text);
    }

    private String name(ZoneOffsetTransition t) {
        return rules.isDaylightSavings(t.getInstant()) ? "DAYLIGHT" : "STANDARD";
    }

    private void observance(
            String name, LocalDateTime onset, ZoneOffset before, ZoneOffset after, @Nullable String rule) {
        var lines = new ArrayList<Item>();
        lines.add(ContentLine.of("TZOFFSETFROM", text(before)));
        lines.add(ContentLine.of("TZOFFSETTO", text(after)));
        lines.add(ContentLine.of("TZNAME", shortName(name, after)));
        lines.add(ContentLine.of("DTSTART", Times.local(onset)));
        if (rule != null) lines.add(ContentLine.of("RRULE", rule));
        items.add(Block.of(name, lines));
    }

    private String shortName(String observance, ZoneOffset after) {
        if (zone instanceof ZoneOffset) return text(after);
        return TimeZone.getTimeZone(zone).getDisplayName(observance.equals("DAYLIGHT"), TimeZone.SHORT, Locale.ENGLISH);
    }

    private static String text(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        var text = String.format(Locale.ROOT, "%02d%02d", seconds / 3600, seconds / 60 % 60);
        var rest = seconds % 60 == 0 ? "" : String.format(Locale.ROOT, "%02d", seconds % 60);
        return (offset.getTotalSeconds() < 0 ? "-" : "+") + text + rest;
    }
}
