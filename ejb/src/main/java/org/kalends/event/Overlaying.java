package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kalends.event.overlay.Split;
import org.kalends.event.store.EventStore.Place;
import org.kalends.event.store.OverlayStore;
import org.kalends.event.store.OverlayStore.Own;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.sharing.Rights;

/** What viewers have for themselves in events of others: laid over what they read, kept when they change it. */
@ApplicationScoped
class Overlaying {

    @Inject
    OverlayStore overlays;

    /** Of one's own home nothing is asked. */
    Own own(UUID viewer, UUID home, UUID event) {
        return viewer.equals(home) ? Own.NOTHING : overlays.find(home, event, viewer);
    }

    /** The event as the viewer has it; of one's own home as it is. */
    static StoredEvent seen(UUID viewer, StoredEvent shared, Own own) {
        if (viewer.equals(shared.home())) return shared;
        var text = own.overlay().over(shared.ical());
        boolean same = text.equals(shared.ical());
        return new StoredEvent(
                shared.home(),
                shared.calendar(),
                shared.id(),
                shared.name(),
                own.entityTag(shared.etag()),
                shared.scheduleTag(),
                text,
                same ? shared.series() : ICalendar.parse(text),
                shared.created(),
                shared.modified());
    }

    /** The same, with what he has of it now: a move counts that anew. */
    StoredEvent seen(UUID viewer, StoredEvent shared) {
        return seen(viewer, shared, own(viewer, shared.home(), shared.id()));
    }

    /** Who changed it. */
    record Viewer(UUID id, Rights rights, Own own) {}

    /**
     * Keeps what is the viewer's alone.
     *
     * @param shared as it is stored now
     * @param meant the whole as he wants to have it
     * @return as he has it now
     */
    StoredEvent keep(Viewer viewer, StoredEvent shared, String meant) {
        var overlay = Split.of(shared.ical(), meant, viewer.rights().level()).overlay();
        var place = new Place(shared.home(), shared.calendar(), shared.id(), shared.name());
        return seen(viewer.id(), shared, overlays.keep(place, viewer.id(), viewer.own(), overlay));
    }
}
