package org.kalends.identity;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Principal.Kind;
import org.kalends.identity.Principal.Role;

/** What is known of a principal when it is made. */
public record Registration(
        Kind kind,
        String login,
        String name,
        CalendarAddress address,
        String title,
        ZoneId zone,
        Locale language,
        Role role,
        Place place) {

    /** Where a room is and what it offers; people have {@link #NONE}. */
    public record Place(@Nullable Integer capacity, List<String> equipment, String site, String floor) {
        public static final Place NONE = new Place(null, List.of(), "", "");
    }

    /** What the directory search looks at: every word with a blank before it, lower case. */
    public String words() {
        return " " + String.join(" ", name, login, address.value(), title).toLowerCase(Locale.ROOT);
    }
}
