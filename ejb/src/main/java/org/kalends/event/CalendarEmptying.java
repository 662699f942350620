package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.kalends.calendar.Access;
import org.kalends.calendar.Calendars;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.store.EventRow;
import org.kalends.event.store.EventStore;
import org.kalends.event.store.OtherObjects;
import org.kalends.identity.Principal;

/**
 * A calendar put away with all that is in it; its events go to the trash one by one, so that their people are told.
 * What came from a feed leaves nothing behind: the feed has it.
 */
@Stateless
public class CalendarEmptying {

    @Inject
    Access access;

    @Inject
    Calendars calendars;

    @Inject
    EventStore store;

    @Inject
    OtherObjects others;

    @Inject
    EventWriter writer;

    @Inject
    Clock clock;

    public void remove(Principal owner, String id) {
        var calendar = access.own(owner, id);
        var origin = Origin.person(owner, Announcement.ALL);
        store.ofCalendar(owner.id(), calendar.id()).stream()
                .map(EventRow::event)
                .forEach(event -> writer.remove(event, origin));
        if (calendar.fed()) others.deleteAll(owner.id(), calendar.id());
        else others.trashAll(owner.id(), calendar.id(), clock.instant());
        calendars.remove(owner, id);
    }
}
