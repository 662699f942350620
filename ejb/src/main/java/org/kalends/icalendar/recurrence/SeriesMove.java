package org.kalends.icalendar.recurrence;

import java.time.Duration;
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

/**
 * A whole series with a changed master. If only its time changed, the rule's days, EXDATEs, RDATEs and the overrides
 * move along; an override is kept if its instance still exists, and takes over the new time unless it had one of its
 * own.
 *
 * @param lost RECURRENCE-IDs of overrides whose instance is no more, as they were before
 */
public record SeriesMove(EventSeries series, List<EventTime> lost) {

    public SeriesMove {
        lost = List.copyOf(lost);
    }

    /**
     * @param changed the new master; a recurrence that differs from the old one is taken as it is
     * @throws IllegalArgumentException if the series has no master
     */
    public static SeriesMove of(EventSeries series, EventComponent changed) {
        var before = series.master();
        if (before == null) throw new IllegalArgumentException("a series without master cannot be moved");
        boolean sameRule = before.recurrence().equals(changed.recurrence());
        var from = before.timing().start();
        var to = changed.timing().start();
        var master = sameRule ? changed.withRecurrence(moved(before.recurrence(), from, to)) : changed;
        var kept = new LinkedHashMap<EventTime, EventComponent>();
        var lost = new ArrayList<EventTime>();
        for (var override : series.overrides()) {
            var old = Expander.recurrenceId(series, override);
            var id = shifted(old, from, to);
            boolean exists =
                    Instances.occurrence(master, id.instant(ZoneOffset.UTC)).isPresent();
            if (exists && !kept.containsKey(id)) kept.put(id, moved(override, old, id, master));
            else lost.add(old);
        }
        return new SeriesMove(series.withMaster(master).withOverrides(List.copyOf(kept.values())), lost);
    }

    private static EventComponent moved(EventComponent override, EventTime old, EventTime id, EventComponent master) {
        var timing = override.timing();
        boolean own = !timing.start().equals(old)
                && timing.allDay() == master.timing().allDay();
        if (own) return override.withRecurrenceId(id);
        var base = timing.allDay() == master.timing().allDay() && timing.start().getClass() == id.getClass()
                ? timing
                : master.timing();
        return override.withRecurrenceId(id).withTiming(TimingShift.to(base, id));
    }

    private static Recurrence moved(Recurrence recurrence, EventTime from, EventTime to) {
        if (from.equals(to)) return recurrence;
        return new Recurrence(
                recurrence.rules().stream().map(r -> RuleMove.of(r, from, to)).toList(),
                recurrence.added().stream().map(t -> shifted(t, from, to)).toList(),
                recurrence.excluded().stream().map(t -> shifted(t, from, to)).toList());
    }

    /** A moment of the old series where the new one has it: the same local distance from DTSTART. */
    private static EventTime shifted(EventTime time, EventTime from, EventTime to) {
        var local = InstanceKey.form(time, from).local();
        var distance = Duration.between(from.local(), local);
        LocalDateTime moved = to.allDay()
                ? to.local()
                        .plusDays(
                                Duration.between(day(from.local()), day(local)).toDays())
                : to.local().plus(distance);
        return InstanceKey.at(moved, to);
    }

    private static LocalDateTime day(LocalDateTime time) {
        return time.toLocalDate().atStartOfDay();
    }
}
