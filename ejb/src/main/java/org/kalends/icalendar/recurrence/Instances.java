package org.kalends.icalendar.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.Recurrence;

/** Single instances of a series: found, changed, left out. */
public final class Instances {

    private static final int DAYS_AROUND = 2; // more than any zone lies from UTC

    private Instances() {}

    /**
     * The instance of that RECURRENCE-ID.
     *
     * @param id the instant; for an all-day or floating series the local value as if it were UTC
     */
    public static Optional<Instance> find(EventSeries series, Instant id) {
        for (var override : series.overrides()) {
            var own = Expander.recurrenceId(series, override);
            if (own.instant(ZoneOffset.UTC).equals(id)) {
                return Optional.of(Expander.instance(own, override.timing(), override, ZoneOffset.UTC));
            }
        }
        var master = series.master();
        if (master == null) return Optional.empty();
        return occurrence(master, id).map(found -> Expander.of(master, found, ZoneOffset.UTC));
    }

    static Optional<EventTime> occurrence(EventComponent master, Instant id) {
        var near = LocalDateTime.ofInstant(id, ZoneOffset.UTC);
        var to = near.plusDays(DAYS_AROUND);
        var occurrences = Occurrences.of(master).within(near.minusDays(DAYS_AROUND), to);
        for (var next = occurrences.next(); next != null; next = occurrences.next()) {
            if (next.instant(ZoneOffset.UTC).equals(id)) return Optional.of(next);
            if (next.local().isAfter(to)) break;
        }
        return Optional.empty();
    }

    /** The instance as a component of its own: the override it has, or one made from the master. */
    public static EventComponent override(Instance instance) {
        if (instance.overridden()) return instance.component();
        return instance.component()
                .withRecurrenceId(instance.recurrenceId())
                .withRecurrence(Recurrence.NONE)
                .withTiming(instance.timing());
    }

    /** The series with this override, in place of one of the same instance. */
    public static EventSeries with(EventSeries series, EventComponent override) {
        var overrides = without(series, Expander.recurrenceId(series, override));
        overrides.add(override);
        return series.withOverrides(overrides);
    }

    /** The series without the instance; empty when nothing is left of it. */
    public static Optional<EventSeries> exclude(EventSeries series, EventTime recurrenceId) {
        var overrides = without(series, recurrenceId);
        var master = series.master();
        if (master == null) {
            return overrides.isEmpty() ? Optional.empty() : Optional.of(series.withOverrides(overrides));
        }
        var excluded = new ArrayList<>(master.recurrence().excluded());
        var id = InstanceKey.form(recurrenceId, master.timing().start());
        if (!excluded.contains(id)) excluded.add(id);
        var changed = series.withMaster(
                        master.withRecurrence(master.recurrence().withExcluded(excluded)))
                .withOverrides(overrides);
        return alive(changed) ? Optional.of(changed) : Optional.empty();
    }

    /**
     * The series with an override for each instance before the cut, so that they stay as they are when the master
     * changes; empty if that were more than {@code limit}.
     */
    public static Optional<EventSeries> pinned(EventSeries series, EventTime cut, int limit) {
        var master = series.master();
        if (master == null) return Optional.of(series);
        var overrides = new ArrayList<>(series.overrides());
        var own = new HashSet<Instant>();
        overrides.forEach(o -> own.add(Expander.recurrenceId(series, o).instant(ZoneOffset.UTC)));
        var occurrences = Occurrences.of(master);
        var next = occurrences.next();
        for (int count = 0; next != null && next.local().isBefore(cut.local()); next = occurrences.next()) {
            if (count++ == limit) return Optional.empty();
            if (!own.contains(next.instant(ZoneOffset.UTC)))
                overrides.add(override(Expander.of(master, next, ZoneOffset.UTC)));
        }
        return Optional.of(series.withOverrides(overrides));
    }

    /** Whether anything is left of it. */
    public static boolean alive(EventSeries series) {
        var master = series.master();
        return !series.overrides().isEmpty()
                || master != null && Occurrences.of(master).next() != null;
    }

    private static List<EventComponent> without(EventSeries series, EventTime recurrenceId) {
        var key = InstanceKey.of(recurrenceId, series);
        var kept = new ArrayList<EventComponent>();
        for (var override : series.overrides()) {
            if (!InstanceKey.of(Expander.recurrenceId(series, override), series).equals(key)) kept.add(override);
        }
        return kept;
    }
}
