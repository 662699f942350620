package org.kalends.calendar;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kalends.calendar.store.CollectionStore;
import org.kalends.database.Ids;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.sharing.Level;

/** Calendars as collections of a home, found by their address. What the viewer may not see is not found. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS) // a read needs no beginning and no commit
public class CalendarCollections {

    private static final Pattern ID =
            Pattern.compile(CalendarCollection.BOUND + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    @Inject
    CollectionStore store;

    @Inject
    Access access;

    /** One of his home, the bound ones among them, or of the home of somebody who shares it with him. */
    public Optional<CalendarCollection> find(Principal viewer, UUID home, String uri) {
        if (!home.equals(viewer.id())) return ofOther(viewer, home, uri);
        return store.find(home, uri).or(() -> bound(viewer, uri));
    }

    /** At its own address, under the name and in the colour that its owner gave it. */
    private Optional<CalendarCollection> ofOther(Principal viewer, UUID home, String uri) {
        if (uri.equals(CalendarCollection.INBOX)) return Optional.empty();
        return store.find(home, uri)
                .flatMap(there -> store.sharedById(viewer.id(), there.id()).map(there::seenAs));
    }

    private Optional<CalendarCollection> bound(Principal viewer, String uri) {
        var id = ID.matcher(uri);
        return id.matches() ? store.sharedById(viewer.id(), UUID.fromString(id.group(1))) : Optional.empty();
    }

    /**
     * One of whatever home, by its id or {@link Access#DEFAULT}.
     *
     * @throws CalendarException 404 where the viewer may see nothing of it, 403 where he may do less
     */
    public CalendarCollection require(Principal viewer, String id, Level least) {
        return access.require(viewer, id, least);
    }

    /** Where scheduling messages to a home land (RFC 6638, 2.2); made with the first. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public CalendarCollection inbox(Principal owner) {
        return store.find(owner.id(), CalendarCollection.INBOX).orElseGet(() -> {
            store.addInbox(owner.id(), Ids.next(), owner.zone());
            return store.find(owner.id(), CalendarCollection.INBOX).orElseThrow();
        });
    }

    /** His own, then those that are shared with him and that he may read. */
    public List<CalendarCollection> of(Principal viewer, UUID home) {
        if (!home.equals(viewer.id())) return List.of();
        return store.visible(viewer.id()).stream()
                .filter(calendar -> calendar.rights().holds(Level.READ))
                .toList();
    }
}
