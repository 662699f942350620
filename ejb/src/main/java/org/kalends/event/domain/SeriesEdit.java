package org.kalends.event.domain;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kalends.event.Scope;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.InstanceShift;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.icalendar.recurrence.SeriesMove;
import org.kalends.icalendar.recurrence.SeriesSplit;
import org.kalends.problem.CalendarException;

/**
 * A change applied to a series at one of its instances.
 *
 * @param past the series as it stays under its UID
 * @param future the part split off by {@link Scope#FOLLOWING}; null otherwise
 */
public record SeriesEdit(Part past, @Nullable Part future) {

    /**
     * One series, and what became of it.
     *
     * @param before of a part that was split off: as it was within the whole
     * @param shift where its instances are now
     */
    public record Part(EventSeries before, EventSeries after, InstanceShift shift) {

        static Part of(EventSeries before, EventSeries after) {
            return new Part(before, OneOrganizer.of(after), InstanceShift.none(after.lead()));
        }
    }

    /**
     * @param instance null to mean the series itself
     * @param newUid for the part that {@link Scope#FOLLOWING} splits off
     */
    public static SeriesEdit of(
            EventSeries series,
            Scope scope,
            @Nullable Instance instance,
            UnaryOperator<EventComponent> edit,
            Uid newUid) {
        var master = series.master();
        if (instance == null || !series.recurring()) return only(whole(series, edit.apply(master(series, "instance"))));
        if (scope == Scope.THIS) return only(one(series, instance, edit));
        boolean fromFirst = scope == Scope.FOLLOWING && master != null && first(master, instance);
        if (scope == Scope.ALL || fromFirst) return only(all(series, instance, edit));
        master(series, "scope");
        var split = SeriesSplit.of(series, instance.recurrenceId(), newUid);
        if (!Instances.alive(split.past())) return only(all(series, instance, edit));
        return new SeriesEdit(Part.of(series, split.past()), all(split.future(), instance, edit));
    }

    private static SeriesEdit only(Part part) {
        return new SeriesEdit(part, null);
    }

    private static boolean first(EventComponent master, Instance instance) {
        return !Moments.key(instance.recurrenceId())
                .isAfter(Moments.key(master.timing().start()));
    }

    private static EventComponent master(EventSeries series, String field) {
        var master = series.master();
        if (master != null) return master;
        throw CalendarException.invalid(
                field, field.equals("scope") ? "must be this: only instances are known" : "must be given");
    }

    private static Part whole(EventSeries series, EventComponent changed) {
        var move = SeriesMove.of(series, changed);
        var inheritance = new Inheritance(master(series, "scope"), changed);
        var overrides = move.series().overrides().stream().map(inheritance::of).toList();
        return new Part(series, OneOrganizer.of(move.series().withOverrides(overrides)), move.shift());
    }

    private static Part one(EventSeries series, Instance instance, UnaryOperator<EventComponent> edit) {
        var changed = edit.apply(Instances.override(instance));
        if (changed.recurrence().repeats()) {
            throw CalendarException.invalid("recurrence", "a single instance cannot repeat");
        }
        return Part.of(series, Instances.with(series, changed.withRecurrence(Recurrence.NONE)));
    }

    /** The master moves by as much as the instance was moved. */
    private static Part all(EventSeries series, Instance instance, UnaryOperator<EventComponent> edit) {
        var master = master(series, "scope");
        var changed = edit.apply(master.withTiming(instance.timing()));
        var part = whole(series, changed.withTiming(moved(master.timing(), instance.timing(), changed.timing())));
        return instance.overridden() ? shown(part, instance, edit) : part;
    }

    /** The instance that it was done at has its own words and hour; it shows what was done all the same. */
    private static Part shown(Part part, Instance instance, UnaryOperator<EventComponent> edit) {
        var id = part.shift().of(instance.recurrenceId());
        boolean there = part.after().overrides().stream()
                .anyMatch(override -> Moments.key(Expander.recurrenceId(part.after(), override))
                        .equals(Moments.key(id)));
        if (!there) return part;
        var changed = edit.apply(instance.component()).withRecurrence(Recurrence.NONE);
        var after = Instances.with(part.after(), part.shift().moves() ? changed.withRecurrenceId(id) : changed);
        return new Part(part.before(), OneOrganizer.of(after), part.shift());
    }

    private static Timing moved(Timing master, Timing from, Timing to) {
        if (to.equals(from)) return master;
        var first = InstanceKey.at(start(master, from, to), to.start());
        boolean sameLength = from.allDay() == to.allDay() && length(from).equals(length(to));
        var length = sameLength ? length(master) : length(to);
        return new Timing(first, InstanceKey.at(first.local().plus(length), to.end()));
    }

    /** By the clock; from whole days to hours and back by whole days. */
    private static LocalDateTime start(Timing master, Timing from, Timing to) {
        var first = master.start().local();
        if (from.allDay() == to.allDay()) {
            return first.plus(Duration.between(local(from), local(to)));
        }
        long days = ChronoUnit.DAYS.between(local(from).toLocalDate(), local(to).toLocalDate());
        return first.toLocalDate().plusDays(days).atTime(local(to).toLocalTime());
    }

    private static LocalDateTime local(Timing timing) {
        EventTime start = timing.start();
        return start.local();
    }

    private static Duration length(Timing timing) {
        return Duration.between(timing.start().local(), timing.end().local());
    }
}
