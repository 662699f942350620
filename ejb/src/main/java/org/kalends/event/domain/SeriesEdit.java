package org.kalends.event.domain;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kalends.event.Scope;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.icalendar.recurrence.SeriesSplit;
import org.kalends.problem.CalendarException;

/**
 * A change applied to a series at one of its instances.
 *
 * @param past the series as it stays under its UID
 * @param future the part split off by {@link Scope#FOLLOWING}; null otherwise
 */
public record SeriesEdit(EventSeries past, @Nullable EventSeries future) {

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
        if (!series.recurring() || instance == null) return new SeriesEdit(edited(series, edit), null);
        return switch (scope) {
            case THIS -> new SeriesEdit(one(series, instance, edit), null);
            case ALL -> new SeriesEdit(all(series, instance, edit), null);
            case FOLLOWING -> following(series, instance, edit, newUid);
        };
    }

    private static EventSeries edited(EventSeries series, UnaryOperator<EventComponent> edit) {
        var master = series.master();
        if (master == null) throw CalendarException.invalid("instance", "must be given: only instances are known");
        return withLiveOverrides(series.withMaster(edit.apply(master)), master);
    }

    private static EventSeries one(EventSeries series, Instance instance, UnaryOperator<EventComponent> edit) {
        var changed = edit.apply(Instances.override(instance));
        if (changed.recurrence().repeats()) {
            throw CalendarException.invalid("recurrence", "a single instance cannot repeat");
        }
        return Instances.with(series, changed.withRecurrence(Recurrence.NONE));
    }

    /** The master moves by as much as the instance was moved. */
    private static EventSeries all(EventSeries series, Instance instance, UnaryOperator<EventComponent> edit) {
        var master = series.master();
        if (master == null) throw CalendarException.invalid("scope", "must be this: only instances are known");
        var changed = edit.apply(master.withTiming(instance.timing()));
        if (changed.timing().equals(instance.timing())) {
            return withLiveOverrides(series.withMaster(changed.withTiming(master.timing())), master);
        }
        var moved = Duration.between(
                instance.timing().start().local(), changed.timing().start().local());
        var first = at(changed.timing().start(), master.timing().start().local().plus(moved));
        var length = Duration.between(
                changed.timing().start().local(), changed.timing().end().local());
        var timing = new Timing(first, at(changed.timing().end(), first.local().plus(length)));
        return withLiveOverrides(series.withMaster(changed.withTiming(timing)), master);
    }

    private static SeriesEdit following(
            EventSeries series, Instance instance, UnaryOperator<EventComponent> edit, Uid newUid) {
        var master = series.master();
        if (master == null) throw CalendarException.invalid("scope", "must be this: only instances are known");
        if (!Moments.key(instance.recurrenceId())
                .isAfter(Moments.key(master.timing().start()))) {
            return new SeriesEdit(all(series, instance, edit), null);
        }
        var split = SeriesSplit.of(series, instance.recurrenceId(), newUid);
        return new SeriesEdit(split.past(), edited(split.future(), edit));
    }

    /** When the whole series moves, overrides of instances that are no more would haunt it. */
    private static EventSeries withLiveOverrides(EventSeries series, EventComponent old) {
        var master = series.master();
        if (master == null
                || (master.timing().equals(old.timing()) && master.recurrence().equals(old.recurrence()))) {
            return series;
        }
        var bare = series.withOverrides(List.of());
        return series.withOverrides(series.overrides().stream()
                .filter(override -> Optional.ofNullable(override.recurrenceId())
                        .flatMap(id -> Instances.find(bare, Moments.key(id)))
                        .isPresent())
                .toList());
    }

    private static EventTime at(EventTime like, LocalDateTime local) {
        return like.match(
                day -> new EventTime.Day(local.toLocalDate()),
                zoned -> new EventTime.Zoned(local, zoned.zone()),
                floating -> new EventTime.Floating(local));
    }
}
