package org.kalends.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kalends.calendar.store.CollectionStore;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.sharing.Level;

/**
 * The one place that says who may do what with a calendar. What somebody may not see does not exist for him: the answer
 * is "not found"; "forbidden" it is where he sees it and may do less than he wants.
 */
@ApplicationScoped
public class Access {

    /** How the caller names his default calendar. */
    public static final String DEFAULT = "default";

    /** Member of a refusal: the right that is missing. */
    public static final String NEEDED = "needed";

    @Inject
    CollectionStore calendars;

    /**
     * A calendar, his own or one that is shared with him.
     *
     * @param id or {@link #DEFAULT}
     * @param least what he wants to do with it
     * @throws CalendarException 404 where he may see nothing of it, 403 where he may do less
     */
    public CalendarCollection require(Principal viewer, String id, Level least) {
        var found = find(viewer, id).orElseThrow(() -> missing(id));
        if (!found.rights().holds(least)) throw forbidden(least);
        return found;
    }

    /** One of his own. */
    public CalendarCollection own(Principal viewer, String id) {
        return require(viewer, id, Level.OWNER);
    }

    /** Whatever he may do with it. */
    public Optional<CalendarCollection> find(Principal viewer, String id) {
        if (DEFAULT.equals(id)) return calendars.defaultOf(viewer.id());
        var calendar = calendarId(id);
        return calendars.ownById(viewer.id(), calendar).or(() -> calendars.sharedById(viewer.id(), calendar));
    }

    /** Every calendar that the viewer may see something of, his own first. */
    public List<CalendarCollection> visible(Principal viewer) {
        return calendars.visible(viewer.id());
    }

    /** Those of others. */
    public List<CalendarCollection> shared(Principal viewer) {
        return calendars.shared(viewer.id());
    }

    /** His own. */
    public List<CalendarCollection> ofHome(Principal viewer) {
        return calendars.own(viewer.id());
    }

    /** @throws CalendarException 403 where who looks may do less with it */
    public static void check(CalendarCollection calendar, Level least) {
        if (!calendar.rights().holds(least)) throw forbidden(least);
    }

    /** He sees it, and may not do that. */
    public static CalendarException forbidden(Level least) {
        return new CalendarException(
                Problem.FORBIDDEN, "This takes the right: " + least.token(), List.of(), Map.of(NEEDED, least.token()));
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
