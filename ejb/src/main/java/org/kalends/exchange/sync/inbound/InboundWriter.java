package org.kalends.exchange.sync.inbound;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kalends.database.Ids;
import org.kalends.event.EventCopies;
import org.kalends.event.Origin;
import org.kalends.exchange.folder.EventForms;
import org.kalends.exchange.folder.FolderPage;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.ItemOutcome;
import org.kalends.exchange.folder.ItemOutcome.Action;
import org.kalends.exchange.folder.LoneInstances;
import org.kalends.exchange.folder.PageStoring;
import org.kalends.exchange.folder.PageStoring.Place;
import org.kalends.exchange.folder.store.TakenStore;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.exchange.sync.LocalChanges;
import org.kalends.exchange.sync.SyncNote;
import org.kalends.exchange.sync.SyncNote.Kind;
import org.kalends.exchange.sync.outbound.FileWriting;
import org.kalends.exchange.sync.store.CursorStore;
import org.kalends.exchange.sync.store.NoteStore;
import org.kalends.exchange.sync.store.OutboundStore;
import org.kalends.exchange.sync.store.SubscriptionStore;
import org.kalends.exchange.sync.store.SubscriptionStore.Held;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Directory;

/** Keeps a page of changes: events, what is known of them, and the place after it, all in one transaction. */
@Stateless
public class InboundWriter {

    @Inject
    PageStoring storing;

    @Inject
    TakenStore taken;

    @Inject
    OutboundStore outbound;

    @Inject
    CursorStore cursors;

    @Inject
    NoteStore notes;

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    EventCopies copies;

    @Inject
    OthersMeetings others;

    @Inject
    SpreadItems spread;

    @Inject
    LocalChanges local;

    @Inject
    LoneItems lone;

    @Inject
    LoneInstances instances;

    @Inject
    Conflicts conflicts;

    @Inject
    FileWriting files;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /**
     * Deletions come last: what was moved or answered is there under another id by then.
     *
     * @return why the page is to be taken again; empty if all is well
     */
    public Optional<String> keep(Held held, Place place, FolderPage page) {
        var forms = forms(place);
        var again = keep(held, place, forms, page.ready());
        if (again.isPresent()) return again;
        page.left().forEach(left -> note(place, left));
        lone.deleted(forms, page.gone());
        for (var gone : taken.ofItems(held.home(), page.gone())) delete(place, forms, gone);
        spread.deleted(held.home(), page.gone());
        return again;
    }

    /** All up to there was taken. */
    public void reach(Held held, Place place, String syncState) {
        subscriptions.renew(held, clock.instant());
        cursors.keep(held.home(), place.folder().id(), syncState);
    }

    /** All up to there was taken from the beginning on: what was not seen is not there any more. */
    public void reach(Held held, Place place, String syncState, Set<String> seen) {
        reach(held, place, syncState);
        var forms = forms(place);
        lone.unseen(forms, place.folder().id(), seen);
        for (var gone : taken.others(held.home(), place.folder().id(), seen)) delete(place, forms, gone);
        spread.unseen(place, seen);
    }

    /** An item with what was known of it before. */
    private record Known(Ready item, Taken before) {}

    /**
     * Items of a page.
     *
     * @param theirs to be stored
     * @param invited those of them that were changed here too: what of them is one's own is still to be written
     */
    private record Sorted(List<Ready> theirs, List<Known> invited) {}

    /**
     * Some of a page.
     *
     * @throws org.kalends.problem.CalendarException if one of them cannot be stored: then none is
     */
    public Optional<String> keep(Held held, Place place, List<Ready> all) {
        return keep(held, place, forms(place), all);
    }

    private Optional<String> keep(Held held, Place place, EventForms forms, List<Ready> all) {
        subscriptions.renew(held, clock.instant());
        var items = spread.others(place, all);
        if (items.isEmpty()) return Optional.empty();
        var sorted = sorted(place, forms, items);
        sorted.theirs().forEach(item -> others.answer(forms, item));
        var outcomes = storing.store(place, sorted.theirs());
        outcomes.forEach(outcome -> note(place, outcome));
        var kept = outcomes.stream()
                .filter(outcome -> outcome.action().kept())
                .map(InboundWriter::uid)
                .collect(Collectors.toSet());
        for (var one : sorted.invited()) {
            if (kept.remove(one.item().uid()))
                keepOurs(place, one.item(), one.before(), conflicts.digests(place, forms, one.item(), one.before()));
        }
        settle(place, kept);
        return outcomes.stream()
                .filter(outcome -> outcome.action() == Action.HELD)
                .map(ItemOutcome::reason)
                .findFirst();
    }

    /** What is to be stored; what is ours is kept for being written. */
    private Sorted sorted(Place place, EventForms forms, List<Ready> items) {
        var home = place.owner().id();
        var uids = items.stream().map(Ready::uid).toList();
        var known = taken.of(home, uids);
        var changed = outbound.changed(home, uids);
        var sorted = new Sorted(new ArrayList<>(), new ArrayList<>());
        for (var item : items) {
            var before = known.get(item.uid());
            if (before != null && OthersMeetings.isAppointment(item, before)) writeAgain(place, item, before);
            else if (before == null || !changed.contains(item.uid().value()))
                sorted.theirs().add(item);
            else if (conflicts.isInvitation(forms, item, before)) {
                sorted.theirs().add(conflicts.merged(forms, item, before));
                sorted.invited().add(new Known(item, before));
            } else if (conflicts.isUntouched(place, forms, item, before)) keepOurs(place, item, before, before.parts());
            else if (conflicts.isOurs(place, forms, item, before)) keepOurs(place, item, before, Map.of());
            else sorted.theirs().add(item);
        }
        return sorted;
    }

    /** They are the same on both sides, but for files. */
    private void settle(Place place, Set<Uid> kept) {
        var home = place.owner().id();
        kept.removeAll(files.waiting(home, kept));
        outbound.settle(home, kept);
    }

    /** Somebody else's meeting is not changed by who is invited. */
    private void writeAgain(Place place, Ready item, Taken known) {
        keepOurs(place, item, known, Map.of());
        outbound.note(place.owner().id(), item.uid(), clock.instant());
        note(place, item.uid(), Kind.OURS_KEPT, "Only its organizer can change this meeting: " + item.title());
    }

    /**
     * It is to be written over the state that is there now.
     *
     * @param parts that need not be written, as it says them
     */
    private void keepOurs(Place place, Ready item, Taken known, Map<String, String> parts) {
        var now = new Taken(item.uid(), item.id(), place.folder().id(), parts, known.kind());
        taken.keep(place.owner().id(), Set.of(now), clock.instant());
        instances.keep(place, List.of(item));
    }

    private void delete(Place place, EventForms forms, Taken gone) {
        var home = place.owner().id();
        taken.forget(home, gone.uid());
        if (local.isChanged(forms, gone)) {
            note(place, gone.uid(), Kind.KEPT_ALIVE, "Deleted in Exchange, and changed here meanwhile");
            return;
        }
        copies.find(home, gone.uid())
                .filter(copy ->
                        !others.stays(forms, copy.series(), copy.series().lead()))
                .ifPresent(copy -> copies.remove(copy, Origin.imported(place.owner())));
        outbound.settle(home, Set.of(gone.uid()));
    }

    private EventForms forms(Place place) {
        return new EventForms(place.owner(), directory.addressesOf(place.owner().id()));
    }

    /** It cannot be stored. */
    public void refuse(Place place, Ready item, String reason) {
        note(place, item.uid(), Kind.NOT_READ, item.title() + ": " + reason);
    }

    private void note(Place place, ItemOutcome outcome) {
        if (outcome.action() != Action.FAILED) return;
        note(place, uid(outcome), Kind.NOT_READ, outcome.title() + ": " + outcome.reason());
    }

    private static Uid uid(ItemOutcome outcome) {
        return new Uid(outcome.uid() == null ? outcome.item() : outcome.uid());
    }

    private void note(Place place, Uid uid, Kind kind, String detail) {
        notes.add(place.owner().id(), new SyncNote(Ids.next(), uid, clock.instant(), kind, detail));
    }
}
