package org.kalends.identity;

import java.util.List;

/**
 * Everything about a principal that an administrator decides.
 *
 * @param aliases further addresses that lead to it
 */
public record Draft(Registration registration, List<CalendarAddress> aliases) {

    public Draft {
        aliases = List.copyOf(aliases);
    }

    /** What the directory search looks at. */
    public String words() {
        var all = new StringBuilder(registration.words());
        aliases.forEach(alias -> all.append(' ').append(alias.value()));
        return all.toString();
    }
}
