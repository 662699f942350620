package org.kalends.icalendar.recurrence;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Timing;

/**
 * A whole series with a changed master. The rule's days, EXDATEs, RDATEs and the overrides move along with its start;
 * what the change says of them itself is taken as it is. An override is kept if its instance still exists, and takes
 * over the new time unless it had one of its own.
 *
 * @param shift where the instances are now
 * @param lost RECURRENCE-IDs of overrides whose instance is no more, as they were before
 */
public record SeriesMove(EventSeries series, InstanceShift shift, List<EventTime> lost) {

    public SeriesMove {
        lost = List.copyOf(lost);
    }

    /**
     * @param changed the new master; rules that differ from the old ones, and moments that the old one did not list, are
     *     meant for the new start already
     * @throws IllegalArgumentException if the series has no master
     */
    public static SeriesMove of(EventSeries series, EventComponent changed) {
        var before = series.master();
        if (before == null) throw new IllegalArgumentException("a series without master cannot be moved");
        var ruled = changed.withRecurrence(ruled(before, changed));
        var shift = new InstanceShift(before, ruled);
        var excluded =
                moved(changed.recurrence().excluded(), before.recurrence().excluded(), shift);
        var master = ruled.withRecurrence(ruled.recurrence().withExcluded(excluded));
        var kept = new LinkedHashMap<EventTime, EventComponent>();
        var lost = new ArrayList<EventTime>();
        boolean same = before.recurrence().equals(master.recurrence()) && !shift.moves();
        for (var override : series.overrides()) {
            var old = Expander.recurrenceId(series, override);
            if (!same && !InstanceShift.hits(before, old)) {
                kept.putIfAbsent(old, override); // an instance of its own, of no rule
                continue;
            }
            var id = shift.of(old);
            boolean exists = same || repeatsAt(master, id);
            if (exists && !kept.containsKey(id)) kept.put(id, moved(override, old, shift));
            else lost.add(old);
        }
        return new SeriesMove(series.withMaster(master).withOverrides(List.copyOf(kept.values())), shift, lost);
    }

    private static Recurrence ruled(EventComponent before, EventComponent changed) {
        var old = before.recurrence();
        var given = changed.recurrence();
        var from = before.timing().start();
        var to = changed.timing().start();
        if (from.equals(to)) return given;
        var rules = given.rules().equals(old.rules())
                ? given.rules().stream().map(r -> RuleMove.of(r, from, to)).toList()
                : given.rules();
        var added = given.added().stream()
                .map(t -> old.added().contains(t) ? InstanceShift.plain(t, from, to) : t)
                .toList();
        return new Recurrence(rules, added, given.excluded());
    }

    /** What was listed before moves along; what is new is of the new series already. */
    private static List<EventTime> moved(List<EventTime> given, List<EventTime> before, InstanceShift shift) {
        if (!shift.moves()) return given;
        return given.stream()
                .map(time -> before.contains(time) ? shift.of(time) : time)
                .toList();
    }

    private static boolean repeatsAt(EventComponent master, EventTime id) {
        return master.recurrence().repeats()
                && Instances.occurrence(master, id.instant(ZoneOffset.UTC)).isPresent();
    }

    private static EventComponent moved(EventComponent override, EventTime old, InstanceShift shift) {
        var timed = override.withTiming(timing(override.timing(), old, shift));
        return shift.moves() ? timed.withRecurrenceId(shift.of(old)) : timed;
    }

    private static Timing timing(Timing timing, EventTime old, InstanceShift shift) {
        var id = shift.of(old);
        var master = shift.after().timing();
        var usual = TimingShift.to(shift.before().timing(), old);
        if (timing.allDay() != usual.allDay()) return timing; // it had a form of its own
        boolean own = !same(timing.start(), usual.start());
        if (timing.allDay() != master.allDay()) return TimingShift.to(master, own ? onItsDay(timing, id) : id);
        if (own) return timing;
        var following = TimingShift.to(master, id);
        return same(timing.end(), usual.end()) ? following : lasting(timing, following);
    }

    /** A whole day that was moved alone stays that day, at the series' new hour; and the other way round. */
    private static EventTime onItsDay(Timing timing, EventTime id) {
        var day = timing.start().local().toLocalDate();
        return InstanceKey.at(day.atTime(id.local().toLocalTime()), id);
    }

    /** The new start with the length that the instance had alone. */
    private static Timing lasting(Timing timing, Timing following) {
        var start = following.start();
        var length = timing.length(ZoneOffset.UTC);
        if (!(start instanceof EventTime.Zoned zoned)) return TimingShift.to(timing, start);
        var end = LocalDateTime.ofInstant(zoned.instant(ZoneOffset.UTC).plus(length), zoned.zone());
        return new Timing(start, new EventTime.Zoned(end, zoned.zone()));
    }

    private static boolean same(EventTime one, EventTime other) {
        return one.instant(ZoneOffset.UTC).equals(other.instant(ZoneOffset.UTC));
    }
}
