package org.kalends.event.overlay;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels.Transparency;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.Instances;

/** Instances of a series that somebody set down for what is his alone: to all others they are as the series says. */
final class PinnedInstances {

    private PinnedInstances() {}

    /** The text with an override for each of these instances that it has none for; those that are no more are left out. */
    static String in(String text, Collection<Instant> wanted) {
        boolean none = wanted.stream().allMatch(Components.MASTER::equals);
        if (none || !Components.of(text).events()) return text;
        var series = ICalendar.parse(text);
        var pinned = with(series, wanted);
        return pinned.equals(series) ? text : ICalendar.update(text, pinned);
    }

    private static EventSeries with(EventSeries series, Collection<Instant> wanted) {
        var pinned = series;
        for (var key : wanted) {
            if (key.equals(Components.MASTER)) continue;
            var instance = Instances.find(series, key).filter(found -> !found.overridden());
            if (instance.isPresent()) pinned = Instances.with(pinned, Instances.override(instance.get()));
        }
        return pinned;
    }

    /**
     * Which of these instances of an event say to all others what the series says of them.
     *
     * @param stored as all share it
     * @param sent the series with overrides for these instances
     */
    static List<Instant> among(Collection<Instant> keys, String stored, String sent) {
        if (keys.isEmpty()) return List.of();
        var meant = overrides(with(ICalendar.parse(stored), keys));
        var told = overrides(ICalendar.parse(sent));
        return keys.stream()
                .filter(key -> shared(meant.get(key))
                        .filter(one -> shared(told.get(key)).equals(Optional.of(one)))
                        .isPresent())
                .toList();
    }

    private static Map<Instant, EventComponent> overrides(EventSeries series) {
        var found = new HashMap<Instant, EventComponent>();
        for (var override : series.overrides()) {
            var id = Expander.recurrenceId(series, override);
            found.put(id.instant(ZoneOffset.UTC), override);
        }
        return found;
    }

    /** As it is to all others; empty where there is none. */
    private static Optional<EventComponent> shared(@Nullable EventComponent override) {
        return Optional.ofNullable(override).map(component -> component
                .withAlarms(List.of())
                .withLabels(component.labels().withTransparency(Transparency.OPAQUE))
                .withRevision(Revision.first(Instant.EPOCH)));
    }
}
