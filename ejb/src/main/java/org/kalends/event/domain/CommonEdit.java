package org.kalends.event.domain;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kalends.event.Scope;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.sharing.Level;

/**
 * What of an edit by somebody else than the owner is for all: his reminders are his alone, and unless he manages the
 * calendar he says only for himself whether it takes time.
 */
public record CommonEdit(Level level, UnaryOperator<EventComponent> edit) implements UnaryOperator<EventComponent> {

    @Override
    public EventComponent apply(EventComponent component) {
        var after = edit.apply(component).withAlarms(component.alarms());
        if (level.holds(Level.MANAGE)) return after;
        return after.withLabels(
                after.labels().withTransparency(component.labels().transparency()));
    }

    /** Whether anybody else sees anything of it. */
    public boolean changes(EventSeries series, Scope scope, @Nullable Instance instance) {
        var target = target(series, scope, instance);
        return !apply(target).equals(target);
    }

    private static EventComponent target(EventSeries series, Scope scope, @Nullable Instance instance) {
        if (instance == null) return series.lead();
        if (scope == Scope.THIS) return Instances.override(instance);
        return series.lead().withTiming(instance.timing());
    }
}
