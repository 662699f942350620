package org.kalends.exchange.sync.inbound;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.exchange.sync.LocalChanges;
import org.kalends.exchange.sync.SyncNote;
import org.kalends.exchange.sync.SyncNote.Kind;
import org.kalends.exchange.sync.outbound.FileWriting;
import org.kalends.exchange.sync.store.CursorStore;
import org.kalends.exchange.sync.store.NoteStore;
import org.kalends.exchange.sync.store.OutboundStore;
import org.kalends.exchange.sync.store.SubscriptionStore;
import org.kalends.exchange.sync.store.SubscriptionStore.Held;
import org.kalends.icalendar.EventSeries;
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
        var again = keep(held, place, page.ready());
        if (again.isPresent()) return again;
        page.left().forEach(left -> note(place, left));
        lone.deleted(forms(place), page.gone());
        for (var gone : taken.ofItems(held.home(), page.gone())) delete(place, gone);
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
        lone.unseen(forms(place), place.folder().id(), seen);
        for (var gone : taken.others(held.home(), place.folder().id(), seen)) delete(place, gone);
        spread.unseen(place, seen);
    }

    /**
     * Some of a page.
     *
     * @throws org.kalends.problem.CalendarException if one of them cannot be stored: then none is
     */
    public Optional<String> keep(Held held, Place place, List<Ready> all) {
        subscriptions.renew(held, clock.instant());
        var items = spread.others(place, all);
        if (items.isEmpty()) return Optional.empty();
        var home = held.home();
        var uids = items.stream().map(Ready::uid).toList();
        var known = taken.of(home, uids);
        var changed = outbound.changed(home, uids);
        var forms = forms(place);
        var theirs = new ArrayList<Ready>();
        for (var item : items) {
            var before = known.get(item.uid());
            if (before != null && OthersMeetings.isAppointment(item, before)) writeAgain(place, item, before);
            else if (before == null || !changed.contains(item.uid().value())) theirs.add(item);
            else if (isUntouched(place, forms, item, before)) keepOurs(place, item, before, before.parts());
            else if (isOurs(place, forms, item, before)) keepOurs(place, item, before, Map.of());
            else theirs.add(item);
        }
        theirs.forEach(item -> others.answer(forms, item));
        var outcomes = storing.store(place, theirs);
        outcomes.forEach(outcome -> note(place, outcome));
        var stored = outcomes.stream()
                .filter(outcome -> outcome.action().kept())
                .map(InboundWriter::uid)
                .collect(Collectors.toSet());
        stored.removeAll(files.waiting(home, stored));
        outbound.settle(home, stored);
        return outcomes.stream()
                .filter(outcome -> outcome.action() == Action.HELD)
                .map(ItemOutcome::reason)
                .findFirst();
    }

    /** Both changed it: who did so later is right, and what the other said is noted. */
    private boolean isOurs(Place place, EventForms forms, Ready item, Taken known) {
        var there = Optional.ofNullable(item.text().series());
        var here = copies.look(place.owner().id(), item.uid()).map(one -> ToldEvent.of(one.series(), one.ical()));
        if (here.isEmpty() || there.isEmpty()) {
            note(place, item.uid(), Kind.KEPT_ALIVE, "Deleted here, and changed there meanwhile: " + item.title());
            return false;
        }
        if (forms.isAsKnown(here.get(), known)) return false;
        boolean ours = modified(here.get().series()).isAfter(modified(there.get()));
        note(
                place,
                item.uid(),
                ours ? Kind.OURS_KEPT : Kind.THEIRS_KEPT,
                ours
                        ? Difference.of(there.get(), here.get().series())
                        : Difference.of(here.get().series(), there.get()));
        return ours;
    }

    /** Whether it has another key there for nothing but what we wrote ourselves, to one of its instances say. */
    private boolean isUntouched(Place place, EventForms forms, Ready item, Taken known) {
        var there = item.text().series();
        return there != null
                && known.folder().equals(place.folder().id())
                && files.areKnown(place.owner().id(), item)
                && forms.of(ToldEvent.of(there, item.text().text()), known.kind())
                        .map(meant -> instances.parts(place, item, meant.digests()))
                        .filter(known.parts()::equals)
                        .isPresent();
    }

    private static Instant modified(EventSeries series) {
        return series.stream()
                .map(component -> component.revision().lastModified())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
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

    private void delete(Place place, Taken gone) {
        var home = place.owner().id();
        taken.forget(home, gone.uid());
        var forms = forms(place);
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
