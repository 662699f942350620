package org.kalends.icalendar.recurrence;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.Timing;
import org.kalends.time.Interval;

/**
 * Series to instances. Rules are followed in the master's local time; overrides are matched by the instant of their
 * RECURRENCE-ID, and one that hits no instance is an instance of its own.
 *
 * <p>Work is bounded: a rule that takes more than 100,000 steps is treated as ended there. New series are judged by
 * {@link SeriesSpan} before, so that this meets old data only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5">RFC 5545, 3.8.5</a>
 */
public final class Expander {

    private static final Duration ANY_ZONE = Duration.ofHours(18); // the largest offset that java.time has

    private Expander() {}

    /**
     * The instances that overlap the range, sorted by start. Cancelled overrides are among them.
     *
     * @param floatingZone the zone in which days and floating times are read
     */
    public static List<Instance> expand(EventSeries series, Interval range, ZoneId floatingZone) {
        var found = new ArrayList<Instance>();
        var overridden = new HashSet<Object>();
        var master = series.master();
        for (var override : series.overrides()) {
            var id = recurrenceId(series, override);
            overridden.add(id.instant(ZoneOffset.UTC));
            addIfInside(found, instance(id, override.timing(), override, floatingZone), range);
        }
        if (master != null) {
            var length = master.timing().length(floatingZone).plus(ANY_ZONE);
            var from = LocalDateTime.ofInstant(range.start(), ZoneOffset.UTC).minus(length);
            var to = LocalDateTime.ofInstant(range.end(), ZoneOffset.UTC).plus(ANY_ZONE);
            var occurrences = Occurrences.of(master).within(from, to);
            for (var id = occurrences.next(); id != null && !id.local().isAfter(to); id = occurrences.next()) {
                if (overridden.contains(id.instant(ZoneOffset.UTC))) continue;
                addIfInside(found, of(master, id, floatingZone), range);
            }
        }
        found.sort(Comparator.comparing((Instance i) -> i.period().start()));
        return found;
    }

    /** One instance of the master, as the rule gives it. */
    static Instance of(EventComponent master, EventTime id, ZoneId floatingZone) {
        return instance(id, TimingShift.to(master.timing(), id), master, floatingZone);
    }

    /** A span of time moved to another start; its real length stays, of days their number. */
    public static Timing timingAt(Timing timing, EventTime start) {
        return TimingShift.to(timing, start);
    }

    static Instance instance(EventTime id, Timing timing, EventComponent component, ZoneId floatingZone) {
        return new Instance(id, timing, timing.interval(floatingZone), component);
    }

    /** The override's RECURRENCE-ID in the form of the master's DTSTART, or as it is where there is no master. */
    public static EventTime recurrenceId(EventSeries series, EventComponent override) {
        var id = override.recurrenceId();
        if (id == null) throw new IllegalArgumentException("an override has a RECURRENCE-ID");
        var master = series.master();
        return master == null ? id : InstanceKey.form(id, master.timing().start());
    }

    private static void addIfInside(List<Instance> found, Instance instance, Interval range) {
        if (instance.period().overlaps(range)) found.add(instance);
    }
}
