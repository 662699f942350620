package org.kalends.notification.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.recurrence.Expander;

/**
 * The same component before and after an edit: the master, or one instance.
 *
 * @param before for an instance that followed the master until now, the master moved to that instance
 */
public record EventPair(EventComponent before, EventComponent after) {

    /** What a reader can see differs. His answers, alarms and the bookkeeping are no news to him. */
    public boolean differs() {
        return !before.timing().equals(after.timing())
                || !before.recurrence().equals(after.recurrence())
                || !before.details().equals(after.details())
                || !before.labels().status().equals(after.labels().status())
                || !organizer(before).equals(organizer(after))
                || !addresses(before).equals(addresses(after));
    }

    /** Pairs that differ, the master first. A series of which only instances are known has no master to pair. */
    public static List<EventPair> differing(EventSeries before, EventSeries after) {
        var pairs = new ArrayList<EventPair>();
        if (before.master() != null && after.master() != null) {
            pairs.add(new EventPair(before.master(), after.master()));
        }
        for (var override : after.overrides()) {
            was(before, override).ifPresent(was -> pairs.add(new EventPair(was, override)));
        }
        return pairs.stream().filter(EventPair::differs).toList();
    }

    private static Optional<EventComponent> was(EventSeries before, EventComponent override) {
        var same = before.overrides().stream()
                .filter(component -> sameInstance(component.recurrenceId(), override.recurrenceId()))
                .findFirst();
        if (same.isPresent()) return same;
        var id = override.recurrenceId();
        var master = before.master();
        return master == null || id == null ? Optional.empty() : Optional.of(movedTo(master, id));
    }

    private static boolean sameInstance(@Nullable EventTime one, @Nullable EventTime other) {
        return one != null && other != null && one.local().equals(other.local());
    }

    private static EventComponent movedTo(EventComponent master, EventTime start) {
        return master.withRecurrenceId(start)
                .withTiming(Expander.timingAt(master.timing(), start))
                .withRecurrence(Recurrence.NONE);
    }

    private static String organizer(EventComponent component) {
        var organizer = component.organizer();
        return organizer == null ? "" : organizer.address().value();
    }

    private static List<String> addresses(EventComponent component) {
        return component.attendees().stream()
                .map(attendee -> attendee.address().value())
                .sorted()
                .toList();
    }
}
