package org.kalends.event.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.EditLock;
import org.kalends.event.EditLock.Holder;
import org.kalends.event.store.EventStore.Place;
import org.kalends.event.store.ObjectStore;
import org.kalends.event.store.ObjectStore.Rival;
import org.kalends.event.store.OverlayStore;
import org.kalends.event.store.OverlayStore.Own;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.sharing.Level;

/** What stands at a name as somebody has it, and whether he may act on it; under the calendar's lock. */
@ApplicationScoped
class ObjectGuard {

    @Inject
    ObjectStore objects;

    @Inject
    OverlayStore overlays;

    @Inject
    EditLock lock;

    @Inject
    Directory directory;

    /** @param own of whoever is not the calendar's owner */
    record Standing(CalendarCollection calendar, @Nullable Rival rival, Own own) {}

    Standing at(Principal viewer, CalendarCollection calendar, String name) {
        var place = new Place(calendar.home(), calendar.id(), calendar.id(), name);
        return among(viewer, calendar, objects.rivals(place, new Uid("-")), name);
    }

    /** @param rivals that may stand at that name among others */
    Standing among(Principal viewer, CalendarCollection calendar, Collection<Rival> rivals, String name) {
        var there = rivals.stream()
                .filter(rival -> rival.row().calId().equals(calendar.id()))
                .filter(rival -> rival.row().name().equals(name))
                .findFirst()
                .orElse(null);
        refuseHidden(calendar, there);
        if (there == null || !calendar.shared()) return new Standing(calendar, there, Own.NOTHING);
        var own = overlays.find(calendar.home(), there.row().objId(), viewer.id());
        return new Standing(calendar, there, own);
    }

    /** Nobody writes over what he may not see. */
    private static void refuseHidden(CalendarCollection calendar, @Nullable Rival present) {
        if (present != null && ObjectMask.hides(calendar, present.row().text())) throw Access.forbidden(Level.WRITE);
    }

    static Optional<StoreOutcome> failing(Conditions conditions, Standing standing) {
        var present = standing.rival();
        var tag = present == null ? null : present.row().schedTag();
        var etag =
                present == null ? null : standing.own().entityTag(present.row().entityTag());
        return conditions.hold(etag, tag == null ? null : tag.toString())
                ? Optional.empty()
                : Optional.of(new StoreOutcome.ConditionFailed());
    }

    /** Against who would change it for all. */
    Optional<StoreOutcome> held(Principal actor, @Nullable Rival present) {
        return holder(actor, present).map(StoreOutcome.Locked::new);
    }

    Optional<Holder> holder(Principal actor, @Nullable Rival present) {
        if (present == null || Component.of(present.comp()) != Component.VEVENT) return Optional.empty();
        var owner = directory.ownerOf(present.row().homeId(), actor);
        return lock.heldAgainst(actor, owner, present.row().event().series());
    }

    /** Both at once. */
    Optional<StoreOutcome> refusal(Principal actor, Conditions conditions, Standing standing) {
        return failing(conditions, standing).or(() -> held(actor, standing.rival()));
    }
}
