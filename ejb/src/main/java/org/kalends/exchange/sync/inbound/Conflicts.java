package org.kalends.exchange.sync.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.kalends.database.Ids;
import org.kalends.event.EventCopies;
import org.kalends.exchange.folder.EventForms;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.LoneInstances;
import org.kalends.exchange.folder.PageStoring.Place;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.exchange.sync.SyncNote;
import org.kalends.exchange.sync.SyncNote.Kind;
import org.kalends.exchange.sync.outbound.FileWriting;
import org.kalends.exchange.sync.store.NoteStore;
import org.kalends.icalendar.EventSeries;

/** Who is right of what was changed here and there. */
@ApplicationScoped
class Conflicts {

    @Inject
    EventCopies copies;

    @Inject
    FileWriting files;

    @Inject
    LoneInstances instances;

    @Inject
    NoteStore notes;

    @Inject
    Clock clock;

    /** Whether it is somebody else's meeting: what is one's own can be told from what is the organizer's. */
    boolean isInvitation(EventForms forms, Ready item, Taken known) {
        return told(item)
                .filter(there -> forms.isInvitation(there, known.kind()))
                .flatMap(there -> copies.look(forms.owner().id(), item.uid()))
                .isPresent();
    }

    /** An invitation as the organizer says it, with what its guest said here since it was last known. */
    Ready merged(EventForms forms, Ready item, Taken known) {
        var here = copies.look(forms.owner().id(), item.uid())
                .map(copy -> ToldEvent.of(copy.series(), copy.ical()))
                .orElseThrow();
        var own = OwnSide.since(known.parts(), forms, here, known.kind());
        return item.with(item.text().with(own.in(item.text().events())));
    }

    /** What an item says there, whatever was said here. */
    Map<String, String> digests(Place place, EventForms forms, Ready item, Taken known) {
        return told(item)
                .flatMap(there -> forms.of(there, known.kind()))
                .map(meant -> instances.parts(place, item, meant.digests()))
                .orElse(Map.of());
    }

    /** Whether it has another key there for nothing but what we wrote ourselves, to one of its instances say. */
    boolean isUntouched(Place place, EventForms forms, Ready item, Taken known) {
        return known.folder().equals(place.folder().id())
                && files.areKnown(place.owner().id(), item)
                && !known.parts().isEmpty()
                && digests(place, forms, item, known).equals(known.parts());
    }

    /** Both changed it: who did so later is right, and what the other said is noted. */
    boolean isOurs(Place place, EventForms forms, Ready item, Taken known) {
        var there = told(item).map(ToldEvent::series);
        var here = copies.look(place.owner().id(), item.uid()).map(one -> ToldEvent.of(one.series(), one.ical()));
        if (here.isEmpty() || there.isEmpty()) {
            note(place, item, Kind.KEPT_ALIVE, "Deleted here, and changed there meanwhile: " + item.title());
            return false;
        }
        if (forms.isAsKnown(here.get(), known)) return false;
        boolean ours = modified(here.get().series()).isAfter(modified(there.get()));
        note(
                place,
                item,
                ours ? Kind.OURS_KEPT : Kind.THEIRS_KEPT,
                ours
                        ? Difference.of(there.get(), here.get().series())
                        : Difference.of(here.get().series(), there.get()));
        return ours;
    }

    private static Optional<ToldEvent> told(Ready item) {
        return Optional.ofNullable(item.text().series())
                .map(series -> ToldEvent.of(series, item.text().text()));
    }

    private static Instant modified(EventSeries series) {
        return series.stream()
                .map(component -> component.revision().lastModified())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private void note(Place place, Ready item, Kind kind, String detail) {
        notes.add(place.owner().id(), new SyncNote(Ids.next(), item.uid(), clock.instant(), kind, detail));
    }
}
