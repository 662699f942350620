package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.kalends.calendar.Access;
import org.kalends.event.EventChange.Cause;
import org.kalends.event.store.ClaimStore;
import org.kalends.event.store.EventRow;
import org.kalends.event.store.EventStore;
import org.kalends.event.store.FileHolderStore;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Principal;

/** Copies of events in the homes of those invited, and the organizer's own: how scheduling reads and writes them. */
@Stateless
public class EventCopies {

    @Inject
    EventStore store;

    @Inject
    ClaimStore claims;

    @Inject
    FileHolderStore holders;

    @Inject
    EventWriter writer;

    @Inject
    Access access;

    @Inject
    UsualReminders reminders;

    /** The live event of that UID, locked until the transaction ends. */
    public Optional<StoredEvent> find(UUID home, Uid uid) {
        return store.lockByUid(home, uid).map(EventRow::event);
    }

    /** As {@link #find}; while there is none, nobody else makes one until the transaction ends. */
    public Optional<StoredEvent> claim(UUID home, Uid uid) {
        return find(home, uid).or(() -> {
            claims.claim(home, uid);
            return find(home, uid); // whoever was first is done with it by now
        });
    }

    /** The one in that home as it is now; another transaction may be changing it. */
    public Optional<StoredEvent> look(UUID home, Uid uid) {
        return store.findByUid(home, uid).map(EventRow::event);
    }

    /** Those of these events that name files. */
    public Collection<StoredEvent> withFiles(UUID home, Collection<Uid> uids) {
        return holders.withFiles(home, uids).stream().map(EventRow::event).toList();
    }

    /** Into another calendar of its home; of what {@link #find} gave in this transaction. */
    public void move(StoredEvent copy, UUID calendar) {
        writer.move(copy, calendar);
    }

    /** Takes out what {@link #find} gave in this transaction. */
    public void remove(StoredEvent copy, Origin origin) {
        writer.remove(copy, origin);
    }

    /** The next state of what {@link #find} gave in this transaction. */
    public StoredEvent replace(StoredEvent copy, EventSeries next, Origin origin) {
        return writer.replace(copy, next, origin);
    }

    /** In the default calendar; {@link #claim} has found none. */
    public StoredEvent create(Principal owner, EventSeries series, Origin origin) {
        var into = access.own(owner, Access.DEFAULT);
        var kept = origin.cause() == Cause.DELIVERY ? reminders.onArrival(owner, into, series) : series;
        return writer.create(owner, into.id(), kept, origin);
    }

    /** Replaces the copy, or makes one. */
    public StoredEvent put(Principal owner, EventSeries series, Origin origin) {
        return claim(owner.id(), series.uid())
                .map(copy -> replace(copy, series, origin))
                .orElseGet(() -> create(owner, series, origin));
    }
}
