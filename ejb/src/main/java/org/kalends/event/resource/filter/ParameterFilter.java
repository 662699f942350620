package org.kalends.event.resource.filter;

import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.text.ContentLine;

/**
 * A condition on one parameter of a property.
 *
 * @param match null when it is enough that the parameter is there
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.7.3">RFC 4791, 9.7.3</a>
 */
public record ParameterFilter(String name, Presence presence, @Nullable TextMatch match) {

    boolean matches(ContentLine line) {
        var param = line.param(name);
        if (presence == Presence.ABSENT) return param.isEmpty();
        if (param.isEmpty()) return false;
        return match == null || param.get().values().stream().anyMatch(match::matches);
    }
}
