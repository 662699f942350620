package org.kalends.scheduling;

import java.util.Set;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.CalendarAddress;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Whether a meeting is organized by whose calendar it is in, and what only he may do with it. */
final class Organizing {

    private Organizing() {}

    /** @param owner every address of whose event it is */
    static boolean is(EventSeries series, Set<CalendarAddress> owner) {
        var organizer = series.lead().organizer();
        return organizer != null && owner.contains(organizer.address());
    }

    /**
     * @param owner every address of whose event it is
     * @throws CalendarException 403 unless he organizes it
     */
    static void check(EventSeries series, Set<CalendarAddress> owner) {
        if (!is(series, owner)) throw new CalendarException(Problem.FORBIDDEN, "Only the organizer can do that");
    }
}
