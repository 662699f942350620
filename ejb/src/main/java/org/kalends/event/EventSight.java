package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.domain.Masking;
import org.kalends.event.store.EventRow;
import org.kalends.event.store.EventStore;
import org.kalends.event.store.OwnRows;
import org.kalends.event.store.OwnRows.Own;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.sharing.Level;
import org.kalends.sharing.Rights;
import org.kalends.sharing.Rights.Content;

/**
 * Finds an event by its id in the viewer's home, or in a calendar that is shared with him. One's own cost one statement
 * and no question about rights.
 */
@ApplicationScoped
class EventSight {

    @Inject
    EventStore store;

    @Inject
    OwnRows own;

    @Inject
    Access access;

    @Inject
    Directory directory;

    private record Found(EventRow row, Rights rights) {}

    /**
     * @param least what the viewer wants to do with it; to read a private event of others is to see when it is
     * @throws CalendarException 404 where he may see nothing of it, 403 where he may do less
     */
    Seen require(Principal viewer, UUID event, Level least) {
        return seen(viewer, allowed(viewer, event, least));
    }

    /** Like {@link #require}, and no other transaction changes it until this one ends. */
    Locked lock(Principal viewer, UUID event, Level least) {
        var mine = own.lock(viewer.id(), event)
                .map(EventSight::found)
                .filter(one -> one.row().deletedAt() == null);
        if (mine.isPresent()) return new Locked(held(mine.get(), least).row(), viewer);
        var found = allowed(viewer, event, least);
        var row = store.lock(found.row().homeId(), event)
                .filter(again -> again.deletedAt() == null
                        && again.calId().equals(found.row().calId()))
                .orElseThrow(() -> missing(event));
        return new Locked(row, directory.ownerOf(row.homeId(), viewer));
    }

    /** As it is stored, and whose home it is in. */
    record Locked(EventRow row, Principal owner) {}

    private Found allowed(Principal viewer, UUID event, Level least) {
        var found = own.find(viewer.id(), event)
                .map(EventSight::found)
                .or(() -> shared(viewer, event))
                .filter(one -> one.row().deletedAt() == null)
                .map(one -> held(one, least))
                .orElseThrow(() -> missing(event));
        boolean beyond = least != Level.READ && !found.rights().seesPrivate();
        if (beyond && Masking.needed(found.row().event().series())) {
            throw new CalendarException(Problem.FORBIDDEN, "The event is private");
        }
        return found;
    }

    private static Found held(Found found, Level least) {
        if (!found.rights().holds(least)) throw Access.forbidden(least);
        return found;
    }

    private static Found found(Own own) {
        return new Found(own.row(), Rights.owner(Content.of(own.fed())));
    }

    private Optional<Found> shared(Principal viewer, UUID event) {
        var calendars = access.shared(viewer);
        if (calendars.isEmpty()) return Optional.empty();
        var homes = calendars.stream().map(CalendarCollection::home).distinct().toList();
        return store.find(homes, event).flatMap(row -> calendars.stream()
                .filter(calendar -> calendar.id().equals(row.calId()))
                .findFirst()
                .map(calendar -> new Found(row, calendar.rights())));
    }

    private Seen seen(Principal viewer, Found found) {
        var event = found.row().event();
        var owner = directory.ownerOf(found.row().homeId(), viewer);
        var rights = found.rights();
        boolean masked = !rights.seesPrivate() && Masking.needed(event.series());
        return masked
                ? new Seen(owner, rights, Masking.of(event, viewer.language()), Seen.How.MASKED)
                : new Seen(owner, rights, event, Seen.How.WHOLE);
    }

    private static CalendarException missing(UUID event) {
        return new CalendarException(Problem.NOT_FOUND, "There is no event " + event);
    }
}
