package org.kalends.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.kalends.calendar.domain.Calendar;
import org.kalends.calendar.store.CalendarStore;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * The one place that says who may do what with a calendar. What somebody may not see does not exist for him: the answer
 * is "not found", never "forbidden".
 */
@ApplicationScoped
public class Access {

    /** How the caller names his default calendar. */
    public static final String DEFAULT = "default";

    @Inject
    CalendarStore calendars;

    /** The calendar that the viewer may write to, by id or {@link #DEFAULT}. */
    public Calendar writable(Principal viewer, String id) {
        var found = DEFAULT.equals(id) ? calendars.defaultOf(viewer.id()) : calendars.find(viewer.id(), calendarId(id));
        return found.orElseThrow(() -> missing(id));
    }

    /** Every calendar that the viewer may read, his own first. */
    public List<Calendar> readable(Principal viewer) {
        return calendars.ofHome(viewer.id());
    }

    /** Homes whose events the viewer may read, his own first. */
    public List<UUID> homes(Principal viewer) {
        return List.of(viewer.id());
    }

    private static UUID calendarId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw missing(id);
        }
    }

    private static CalendarException missing(String id) {
        return new CalendarException(Problem.NOT_FOUND, "There is no calendar " + id);
    }
}
