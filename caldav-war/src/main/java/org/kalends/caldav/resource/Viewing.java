package org.kalends.caldav.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal;

/** Who looks, and what was looked up for him in this request already. */
public final class Viewing {

    private final Principal viewer;
    private final Function<UUID, List<CalendarAddress>> directory;
    private final Map<UUID, List<CalendarAddress>> addresses = new HashMap<>();

    public Viewing(Principal viewer, Function<UUID, List<CalendarAddress>> directory) {
        this.viewer = viewer;
        this.directory = directory;
    }

    public Principal viewer() {
        return viewer;
    }

    /** Every address of the principal, the preferred one first; asked for once. */
    public List<CalendarAddress> addressesOf(Principal principal) {
        return addresses.computeIfAbsent(principal.id(), directory);
    }
}
