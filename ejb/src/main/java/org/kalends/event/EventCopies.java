package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.kalends.calendar.Calendars;
import org.kalends.event.store.EventRow;
import org.kalends.event.store.EventStore;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Principal;

/** Copies of events in the homes of those invited, and the organizer's own: how scheduling reads and writes them. */
@Stateless
public class EventCopies {

    @Inject
    EventStore store;

    @Inject
    EventWriter writer;

    @Inject
    Calendars calendars;

    /** The live event of that UID, locked until the transaction ends. */
    public Optional<StoredEvent> find(UUID home, Uid uid) {
        return store.lockByUid(home, uid).map(EventRow::event);
    }

    /** Replaces the copy, or makes one in the default calendar. */
    public StoredEvent put(Principal owner, EventSeries series, Origin origin) {
        return store.lockByUid(owner.id(), series.uid())
                .map(row -> writer.replace(row.event(), series, origin))
                .orElseGet(() -> writer.create(owner, calendars.defaultOf(owner).id(), series, origin));
    }
}
