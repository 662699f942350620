package org.kalends.event.domain;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kalends.event.Scope;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.problem.CalendarException;

/**
 * What somebody who was invited changes in his copy of a series. It cannot be split, its UID is the organizer's: for
 * "this and following" the whole takes the change, and the instances before are set down as they were.
 */
public final class CopyEdit {

    /** Instances that are set down one by one. */
    public static final int MOST_BEFORE = 400;

    private CopyEdit() {}

    /** @throws CalendarException 400 if too many instances lie before the one that was named */
    public static SeriesEdit of(
            EventSeries series, Scope scope, @Nullable Instance instance, UnaryOperator<EventComponent> edit) {
        var master = series.master();
        if (scope != Scope.FOLLOWING || instance == null || master == null || !series.recurring()) {
            return SeriesEdit.of(series, scope, instance, edit, series.uid());
        }
        var cut = Moments.key(instance.recurrenceId());
        var pinned = Instances.pinned(series, instance.recurrenceId(), MOST_BEFORE)
                .orElseThrow(() -> CalendarException.invalid("scope", "must be this or all: too much lies before"));
        var after = SeriesEdit.of(series, Scope.ALL, instance, edit, series.uid())
                .past()
                .after();
        for (var override : pinned.overrides()) {
            if (Moments.key(Expander.recurrenceId(series, override)).isBefore(cut)) {
                after = Instances.with(after, override);
            }
        }
        return new SeriesEdit(SeriesEdit.Part.of(series, after), null);
    }
}
