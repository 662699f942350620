package org.kalends.exchange.sync.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kalends.database.Ids;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.PageStoring.Place;
import org.kalends.exchange.folder.store.SpreadStore;
import org.kalends.exchange.folder.store.SpreadStore.Single;
import org.kalends.exchange.sync.SyncNote;
import org.kalends.exchange.sync.store.NoteStore;
import org.kalends.exchange.sync.store.OutboundStore;

/**
 * Appointments that stand for instances of a series here. The series changes here only: what somebody did to one of them
 * is undone there, and said.
 */
@ApplicationScoped
class SpreadItems {

    @Inject
    SpreadStore spread;

    @Inject
    OutboundStore outbound;

    @Inject
    NoteStore notes;

    @Inject
    Clock clock;

    /** The items that are none of them; those that are will be written again. */
    List<Ready> others(Place place, List<Ready> items) {
        var home = place.owner().id();
        var ours = spread.among(home, items.stream().map(Ready::uid).toList());
        if (ours.isEmpty()) return items;
        var changed = new ArrayList<Single>();
        var others = new ArrayList<Ready>();
        for (var item : items) {
            var single = ours.get(item.uid());
            if (single == null) others.add(item);
            else changed.add(single.changed(item.id(), place.folder().id()));
        }
        spread.keep(home, changed);
        changed.forEach(one -> again(home, one, "Changed in Exchange"));
        return others;
    }

    void deleted(UUID home, Collection<String> items) {
        deleted(home, spread.ofItems(home, items));
    }

    /** Those that were not seen from the beginning on. */
    void unseen(Place place, Set<String> seen) {
        var home = place.owner().id();
        deleted(home, spread.others(home, place.folder().id(), seen));
    }

    private void deleted(UUID home, List<Single> gone) {
        for (var one : gone) {
            spread.forget(home, one);
            again(home, one, "Deleted in Exchange");
        }
    }

    private void again(UUID home, Single one, String what) {
        outbound.note(home, one.series(), clock.instant());
        var detail = what + ", where it stands for one instance of a series that only changes here: " + one.uid();
        notes.add(home, new SyncNote(Ids.next(), one.series(), clock.instant(), SyncNote.Kind.OURS_KEPT, detail));
    }
}
