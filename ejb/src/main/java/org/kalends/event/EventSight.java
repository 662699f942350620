package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.Overlaying.Viewer;
import org.kalends.event.domain.Masking;
import org.kalends.event.store.EventRow;
import org.kalends.event.store.EventStore;
import org.kalends.event.store.OverlayStore.Own;
import org.kalends.event.store.OwnRows;
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
    Overlaying overlaying;

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

    /**
     * Like {@link #require}, and no other transaction changes it until this one ends.
     *
     * @throws CalendarException 403 also for what is private and of others
     */
    Locked lock(Principal viewer, UUID event, Level least) {
        var mine = own.lock(viewer.id(), event)
                .map(EventSight::found)
                .filter(one -> one.row().deletedAt() == null);
        if (mine.isPresent()) return locked(held(mine.get(), least), viewer, viewer);
        var found = allowed(viewer, event, least);
        refuseHidden(found);
        var row = store.lock(found.row().homeId(), event)
                .filter(again -> again.deletedAt() == null
                        && again.calId().equals(found.row().calId()))
                .orElseThrow(() -> missing(event));
        return locked(new Found(row, found.rights()), viewer, directory.ownerOf(row.homeId(), viewer));
    }

    private Locked locked(Found found, Principal viewer, Principal owner) {
        var row = found.row();
        var said = overlaying.own(viewer.id(), row.homeId(), row.objId());
        return new Locked(row, owner, new Viewer(viewer.id(), found.rights(), said));
    }

    /** As it is stored, whose home it is in, and who looks. */
    record Locked(EventRow row, Principal owner, Viewer viewer) {

        Rights rights() {
            return viewer.rights();
        }

        /** As the viewer has it. */
        StoredEvent seen(StoredEvent shared) {
            return Overlaying.seen(viewer.id(), shared, viewer.own());
        }

        /** Whether it is another by now than what the viewer saw; null for who does not say what he saw. */
        boolean stale(@Nullable String seen) {
            return seen != null && viewer.own().shared(seen).filter(row::known).isEmpty();
        }

        /** The same viewer, of an event of which he has said nothing yet. */
        Locked ofNothing() {
            return new Locked(row, owner, new Viewer(viewer.id(), viewer.rights(), Own.NOTHING));
        }
    }

    private Found allowed(Principal viewer, UUID event, Level least) {
        var found = own.find(viewer.id(), event)
                .map(EventSight::found)
                .or(() -> shared(viewer, event))
                .filter(one -> one.row().deletedAt() == null)
                .map(one -> held(one, least))
                .orElseThrow(() -> missing(event));
        if (least != Level.READ) refuseHidden(found);
        return found;
    }

    private static void refuseHidden(Found found) {
        if (!found.rights().seesPrivate() && Masking.needed(found.row().event().series())) {
            throw new CalendarException(Problem.FORBIDDEN, "The event is private");
        }
    }

    private static Found held(Found found, Level least) {
        if (!found.rights().holds(least)) throw Access.forbidden(least);
        return found;
    }

    private static Found found(OwnRows.Own own) {
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
        if (masked) return new Seen(owner, rights, Masking.of(event, viewer.language()), Seen.How.MASKED);
        var said = overlaying.own(viewer.id(), event.home(), event.id());
        return new Seen(owner, rights, Overlaying.seen(viewer.id(), event, said), Seen.How.WHOLE);
    }

    private static CalendarException missing(UUID event) {
        return new CalendarException(Problem.NOT_FOUND, "There is no event " + event);
    }
}
