package org.kalends.event.resource.filter;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.text.Block;
import org.kalends.time.Interval;

/**
 * A condition on one component, those within it included.
 *
 * @param range in which one of its instances must lie; null for any
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.7.1">RFC 4791, 9.7.1</a>
 */
public record ComponentFilter(
        String name,
        Presence presence,
        @Nullable Interval range,
        List<PropertyFilter> properties,
        List<ComponentFilter> components) {

    public ComponentFilter {
        properties = List.copyOf(properties);
        components = List.copyOf(components);
    }

    /** Whether it says no more than which component, and when. */
    public boolean plain() {
        return presence == Presence.PRESENT && properties.isEmpty() && components.isEmpty();
    }

    /** Of the whole object: the filter is one on VCALENDAR. */
    public boolean matches(ObjectView view) {
        return matches(Stream.of(view.calendar()), view, null);
    }

    private boolean matches(Stream<Block> candidates, ObjectView view, @Nullable Block parent) {
        var named = candidates.filter(block -> block.name().equals(name)).toList();
        if (presence == Presence.ABSENT) return named.isEmpty();
        return named.stream().anyMatch(block -> matches(block, view, parent));
    }

    private boolean matches(Block block, ObjectView view, @Nullable Block parent) {
        if (range != null && !view.overlaps(block, parent, range)) return false;
        return properties.stream().allMatch(filter -> filter.matches(block, view))
                && components.stream().allMatch(filter -> filter.matches(block.blocks(filter.name()), view, block));
    }
}
