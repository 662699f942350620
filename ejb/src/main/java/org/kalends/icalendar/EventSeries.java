package org.kalends.icalendar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All VEVENTs of one UID: the master, unless only instances of it were ever seen, and the overrides.
 *
 * @param overrides each has a RECURRENCE-ID, no two the same moment
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-4.1">RFC 4791, 4.1</a>
 */
public record EventSeries(Uid uid, @Nullable EventComponent master, List<EventComponent> overrides) {

    public EventSeries {
        overrides = List.copyOf(overrides);
        if (master == null && overrides.isEmpty()) {
            throw new IllegalArgumentException("a series needs a master or an override");
        }
    }

    public static EventSeries of(Uid uid, EventComponent master) {
        return new EventSeries(uid, master, List.of());
    }

    /** Master first, then overrides. */
    public List<EventComponent> components() {
        var all = new ArrayList<EventComponent>(overrides.size() + 1);
        if (master != null) all.add(master);
        all.addAll(overrides);
        return all;
    }

    /** The component that speaks for the whole: the master, or the first override where there is none. */
    public EventComponent lead() {
        return master != null ? master : overrides.get(0);
    }

    public boolean recurring() {
        return master == null || master.recurrence().repeats();
    }

    public EventSeries withMaster(@Nullable EventComponent changed) {
        return new EventSeries(uid, changed, overrides);
    }

    public EventSeries withOverrides(List<EventComponent> changed) {
        return new EventSeries(uid, master, changed);
    }

    /** With the master and each override edited. */
    public EventSeries each(UnaryOperator<EventComponent> edit) {
        return new EventSeries(
                uid,
                master == null ? null : edit.apply(master),
                overrides.stream().map(edit).toList());
    }

    public Stream<EventComponent> stream() {
        return components().stream();
    }
}
