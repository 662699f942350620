package org.kalends.icalendar.recurrence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.Uid;

/**
 * A series cut in two at an instance, for "this and following": the past part ends just before it, the future part
 * begins with it and has a UID of its own. Overrides, EXDATEs and RDATEs go with their instances.
 *
 * @param from UID that both had before; the past part keeps it
 */
public record SeriesSplit(Uid from, EventSeries past, EventSeries future) {

    /**
     * @param at RECURRENCE-ID of an instance that is not the first
     * @throws IllegalArgumentException if the series has no master, or the cut would leave no past
     */
    public static SeriesSplit of(EventSeries series, EventTime at, Uid newUid) {
        var master = series.master();
        if (master == null) throw new IllegalArgumentException("a series without master cannot be split");
        var start = master.timing().start();
        var cut = InstanceKey.form(at, start);
        if (!cut.local().isAfter(start.local()))
            throw new IllegalArgumentException("nothing lies before the first instance");
        Predicate<EventTime> before = id -> InstanceKey.of(id, start).isBefore(cut.instant(ZoneOffset.UTC));
        var recurrence = master.recurrence();
        var past = new Recurrence(
                recurrence.rules().stream().map(r -> endingBefore(r, cut)).toList(),
                recurrence.added().stream().filter(before).toList(),
                recurrence.excluded().stream().filter(before).toList());
        var future = new Recurrence(
                recurrence.rules().stream()
                        .map(r -> rest(r, start, cut))
                        .filter(r -> !r.isEmpty())
                        .toList(),
                recurrence.added().stream().filter(before.negate()).toList(),
                recurrence.excluded().stream().filter(before.negate()).toList());
        var later = master.withTiming(TimingShift.to(master.timing(), cut)).withRecurrence(future);
        return new SeriesSplit(
                series.uid(),
                new EventSeries(series.uid(), master.withRecurrence(past), overrides(series, before)),
                new EventSeries(newUid, later, overrides(series, before.negate())));
    }

    private static List<EventComponent> overrides(EventSeries series, Predicate<EventTime> wanted) {
        return series.overrides().stream()
                .filter(o -> wanted.test(Expander.recurrenceId(series, o)))
                .toList();
    }

    /** UNTIL of the type that DTSTART asks for: a day, UTC for a zoned start, else local (RFC 5545, 3.3.10). */
    private static String endingBefore(String rule, EventTime cut) {
        var until = cut.match(
                day -> new EventTime.Day(day.date().minusDays(1)),
                zoned -> EventTime.utc(zoned.instant(ZoneOffset.UTC).minusSeconds(1)),
                floating -> new EventTime.Floating(floating.local().minusSeconds(1)));
        var given = RuleParser.parse(rule).until();
        if (given != null && key(given).isBefore(key(until))) return rule;
        return RuleText.of(rule)
                .without("COUNT")
                .with("UNTIL", Times.text(until))
                .text();
    }

    private static Instant key(EventTime time) {
        return time.instant(ZoneOffset.UTC);
    }

    /** The rule from the cut on: COUNT less what lies before; empty when nothing of it is left. */
    private static String rest(String text, EventTime start, EventTime cut) {
        var rule = RuleParser.parse(text);
        var hits = new RuleIterator(rule, start, new Budget());
        int before = 0;
        var hit = hits.next();
        for (; hit != null && hit.isBefore(cut.local()); hit = hits.next()) before++;
        if (hit == null) return "";
        if (rule.count() == null) return text;
        int own = hit.equals(cut.local()) ? 0 : 1; // DTSTART is counted even where the rule misses it
        return RuleText.of(text)
                .with("COUNT", Integer.toString(rule.count() - before + own))
                .text();
    }
}
