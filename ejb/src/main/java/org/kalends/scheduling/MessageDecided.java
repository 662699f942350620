package org.kalends.scheduling;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange.Announcement;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal;

/**
 * CDI event, in the transaction of the change: people are to be told. Groups are resolved; who did it may be among the
 * recipients.
 *
 * @param before what they knew; null when it is new
 */
public record MessageDecided(
        UUID home,
        UUID message,
        Method method,
        @Nullable EventSeries before,
        EventSeries after,
        Actor actor,
        Collection<CalendarAddress> recipients,
        Announcement announcement,
        Instant at) {

    /** Who did it; a guest has no home. */
    public record Actor(String name, CalendarAddress address) {

        static Actor of(Principal person) {
            return new Actor(person.name(), person.address());
        }
    }
}
