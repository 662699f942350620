package org.kalends.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventReading;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;

/** The event that a question about time is asked for: what it takes itself makes nobody busy. */
@RequestScoped
public class PlannedEvent {

    @Inject
    EventReading reading;

    @Inject
    Caller caller;

    /**
     * Its UID, which all copies share.
     *
     * @param except the caller's id of it; null for a new one
     * @throws CalendarException 404 if he may not see it: nobody learns by leaving others' events out
     */
    public @Nullable Uid uid(@Nullable String except) {
        if (except == null || except.isEmpty()) return null;
        return reading.require(caller.principal(), Parameters.id(except))
                .event()
                .series()
                .uid();
    }
}
