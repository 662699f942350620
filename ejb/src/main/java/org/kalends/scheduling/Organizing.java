package org.kalends.scheduling;

import java.util.Set;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.CalendarAddress;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** What only who organizes a meeting may do with it. */
final class Organizing {

    private Organizing() {}

    /**
     * @param owner every address of whose event it is
     * @throws CalendarException 403 unless he organizes it
     */
    static void check(EventSeries series, Set<CalendarAddress> owner) {
        var organizer = series.lead().organizer();
        if (organizer == null || !owner.contains(organizer.address())) {
            throw new CalendarException(Problem.FORBIDDEN, "Only the organizer can do that");
        }
    }
}
