package org.kalends.event.resource;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.kalends.calendar.CalendarCollections;
import org.kalends.database.Ids;
import org.kalends.event.store.EventStore.Place;
import org.kalends.event.store.OtherObjects;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Principal;

/**
 * Scheduling messages as a person's programs see them. The server has processed them already: they tell what came, and
 * whoever read them deletes them. What nobody deletes goes after a while.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-2.2">RFC 6638, 2.2</a>
 */
@Stateless
public class SchedulingInbox {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int REMOVED_AT_ONCE = 20;

    @Inject
    CalendarCollections collections;

    @Inject
    OtherObjects objects;

    @Inject
    Clock clock;

    /** @param text with its METHOD */
    public void add(Principal owner, String text) {
        var inbox = collections.inbox(owner);
        var id = Ids.next();
        var now = clock.instant();
        var place = new Place(inbox.home(), inbox.id(), id, id + ".ics");
        objects.save(place, new ObjectText(text, Component.MESSAGE, new Uid(id.toString()), null, null), now);
        objects.before(inbox.home(), inbox.id(), now.minus(KEPT), REMOVED_AT_ONCE)
                .forEach(objects::delete);
    }
}
