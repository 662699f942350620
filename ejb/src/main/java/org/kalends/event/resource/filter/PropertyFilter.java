package org.kalends.event.resource.filter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Texts;
import org.kalends.time.Interval;

/**
 * A condition on one property of a component.
 *
 * @param range in which its moment must lie; null for any
 * @param match what its value must contain; null for anything
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.7.2">RFC 4791, 9.7.2</a>
 */
public record PropertyFilter(
        String name,
        Presence presence,
        @Nullable Interval range,
        @Nullable TextMatch match,
        List<ParameterFilter> parameters) {

    private static final Set<String> NO_TEXT = Set.of("ATTENDEE", "ORGANIZER", "URL", "ATTACH", "RRULE", "CONFERENCE");

    public PropertyFilter {
        parameters = List.copyOf(parameters);
    }

    boolean matches(Block component, ObjectView view) {
        var lines = component.lines(name).toList();
        if (presence == Presence.ABSENT) return lines.isEmpty();
        return lines.stream().anyMatch(line -> matches(line, view));
    }

    private boolean matches(ContentLine line, ObjectView view) {
        if (range != null && !view.moments(line).stream().anyMatch(range::contains)) return false;
        var value = NO_TEXT.contains(line.name()) ? line.value() : Texts.unescape(line.value());
        if (match != null && !match.matches(value)) return false;
        return parameters.stream().allMatch(parameter -> parameter.matches(line));
    }
}
