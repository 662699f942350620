package org.kalends.calendar;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kalends.calendar.store.CollectionStore;
import org.kalends.database.Ids;
import org.kalends.identity.Principal;

/** Calendars as collections of a home, found by their address. What the viewer may not see is not found. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS) // a read needs no beginning and no commit
public class CalendarCollections {

    @Inject
    CollectionStore store;

    public Optional<CalendarCollection> find(Principal viewer, UUID home, String uri) {
        if (!home.equals(viewer.id())) return Optional.empty();
        return store.find(home, uri);
    }

    /** Where scheduling messages to a home land (RFC 6638, 2.2); made with the first. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public CalendarCollection inbox(Principal owner) {
        return store.find(owner.id(), CalendarCollection.INBOX).orElseGet(() -> {
            store.addInbox(owner.id(), Ids.next(), owner.zone());
            return store.find(owner.id(), CalendarCollection.INBOX).orElseThrow();
        });
    }

    /** In the order in which their owner has them. */
    public List<CalendarCollection> of(Principal viewer, UUID home) {
        if (!home.equals(viewer.id())) return List.of();
        return store.own(viewer.id());
    }
}
