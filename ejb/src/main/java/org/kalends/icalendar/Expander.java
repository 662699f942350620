package org.kalends.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kalends.time.Interval;

/**
 * Instances of a series within a range. Rules run on local times of the master's zone, so that ten o'clock stays ten
 * o'clock over a change of offset.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5">RFC 5545, 3.8.5</a>
 */
public final class Expander {

    private static final Comparator<Instance> BY_START = Comparator.comparing(
                    (Instance i) -> i.period().start())
            .thenComparing(i -> i.recurrenceId().local());

    private Expander() {}

    /**
     * @param floatingZone in which days and floating times are read
     * @return sorted by start; overrides in place of what they override, wherever they moved
     */
    public static List<Instance> expand(EventSeries series, Interval range, ZoneId floatingZone) {
        Map<Instant, EventComponent> overrides = new HashMap<>();
        series.overrides().forEach(o -> {
            if (o.recurrenceId() != null) overrides.put(ICalendar.key(o.recurrenceId()), o);
        });
        var instances = new ArrayList<Instance>();
        overrides.values().forEach(o -> add(o, o.timing(), range, floatingZone, instances));
        var master = series.master();
        if (master != null) {
            for (var start : starts(master, range, floatingZone)) {
                if (overrides.containsKey(ICalendar.key(start))) continue;
                add(master, timingAt(master.timing(), start), range, floatingZone, instances);
            }
        }
        instances.sort(BY_START);
        return instances;
    }

    private static void add(
            EventComponent component, Timing timing, Interval range, ZoneId zone, List<Instance> instances) {
        var period = timing.interval(zone);
        var rid = component.recurrenceId() == null ? timing.start() : component.recurrenceId();
        if (period.overlaps(range)) instances.add(new Instance(rid, timing, period, component));
    }

    /** Starts that the master gives, before overrides; each once. */
    private static List<EventTime> starts(EventComponent master, Interval range, ZoneId floatingZone) {
        var start = master.timing().start();
        var recurrence = master.recurrence();
        RuleBounds.checkLists(recurrence);
        if (!recurrence.repeats() && recurrence.excluded().isEmpty()) return List.of(start);
        var zone = start instanceof EventTime.Zoned zoned ? zoned.zone() : floatingZone;
        var end = LocalDateTime.ofInstant(range.end(), zone).plusDays(1);
        Set<Instant> excluded = new HashSet<>();
        recurrence.excluded().forEach(time -> excluded.add(ICalendar.key(time)));
        Map<Instant, EventTime> starts = new HashMap<>();
        starts.put(ICalendar.key(start), start);
        for (var rule : recurrence.rules()) {
            var untilZone = start instanceof EventTime.Zoned ? zone : ZoneOffset.UTC;
            for (var local : Rule.parse(rule).starts(start.local(), end, untilZone, LIMIT)) {
                var time = at(start, local);
                starts.putIfAbsent(ICalendar.key(time), time);
            }
        }
        recurrence.added().forEach(time -> starts.putIfAbsent(ICalendar.key(time), like(start, time)));
        starts.keySet().removeAll(excluded);
        return List.copyOf(starts.values());
    }

    private static final int LIMIT = 100_000;

    /** The same kind of value at another local time. */
    static EventTime at(EventTime like, LocalDateTime local) {
        return like.match(
                day -> new EventTime.Day(local.toLocalDate()),
                zoned -> new EventTime.Zoned(local, zoned.zone()),
                floating -> new EventTime.Floating(local));
    }

    /** An RDATE in the form of DTSTART, so that all instances of a series are told alike. */
    private static EventTime like(EventTime start, EventTime added) {
        if (start instanceof EventTime.Zoned zoned && added instanceof EventTime.Zoned other) {
            var moment = other.local().atZone(other.zone()).toInstant();
            return new EventTime.Zoned(LocalDateTime.ofInstant(moment, zoned.zone()), zoned.zone());
        }
        return at(start, added.local());
    }

    /** The timing moved to another start: days keep their number, times their real length. */
    public static Timing timingAt(Timing timing, EventTime start) {
        if (timing.start().equals(start)) return timing;
        if (start instanceof EventTime.Zoned zoned && timing.end() instanceof EventTime.Zoned end) {
            var length = timing.length(ZoneOffset.UTC);
            var until = zoned.local().atZone(zoned.zone()).toInstant().plus(length);
            return new Timing(start, new EventTime.Zoned(LocalDateTime.ofInstant(until, end.zone()), end.zone()));
        }
        var length = Duration.between(timing.start().local(), timing.end().local());
        return new Timing(start, at(timing.end(), start.local().plus(length)));
    }
}
