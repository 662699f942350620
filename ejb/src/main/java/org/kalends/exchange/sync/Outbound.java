package org.kalends.exchange.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.kalends.calendar.Access;
import org.kalends.calendar.Calendars;
import org.kalends.database.Ids;
import org.kalends.event.EventCopies;
import org.kalends.event.StoredEvent;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.folder.EventForms;
import org.kalends.exchange.folder.store.TakenStore;
import org.kalends.exchange.sync.Following.MailboxTaken;
import org.kalends.exchange.sync.Following.Work;
import org.kalends.exchange.sync.ItemWriting.Target;
import org.kalends.exchange.sync.store.NoteStore;
import org.kalends.exchange.sync.store.OutboundStore;
import org.kalends.exchange.sync.store.OutboundStore.Changed;
import org.kalends.exchange.sync.store.SubscriptionStore;
import org.kalends.icalendar.Labels.Status;
import org.kalends.identity.Directory;

/** Writes to Exchange what changed here. What it says there already, as after it came from there, is not written. */
@ApplicationScoped
class Outbound {

    private static final int LOT = 100;
    private static final Set<String> MEANWHILE = Set.of("ErrorItemNotFound", "ErrorIrresolvableConflict");

    @Inject
    OutboundStore outbound;

    @Inject
    TakenStore taken;

    @Inject
    EventCopies copies;

    @Inject
    ItemWriting writing;

    @Inject
    Calendars calendars;

    @Inject
    NoteStore notes;

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    void write(Work work) {
        var forms =
                new EventForms(work.owner(), directory.addressesOf(work.owner().id()));
        for (var changed : outbound.list(work.held().home(), LOT)) {
            if (!subscriptions.renew(work.held(), clock.instant())) throw new MailboxTaken();
            write(work, forms, changed);
        }
    }

    private void write(Work work, EventForms forms, Changed changed) {
        try {
            if (step(work, forms, changed)) outbound.settle(work.held().home(), changed);
        } catch (ExchangeRefused e) {
            var refusal = e.refusal();
            if (refusal.passes() || MEANWHILE.contains(refusal.code())) throw e;
            note(work, changed, refusal.code() + ": " + refusal.reason());
            outbound.settle(work.held().home(), changed);
        }
    }

    /** False if it has to be looked at again. */
    private boolean step(Work work, EventForms forms, Changed changed) {
        var home = work.held().home();
        var there = taken.find(home, changed.uid());
        var here = copies.look(home, changed.uid())
                .filter(event -> event.series().lead().labels().status() != Status.CANCELLED);
        var target = new Target(work.mailbox(), forms, changed);
        if (here.isEmpty()) {
            there.ifPresent(item -> writing.delete(target, item));
            return true;
        }
        if (there.isPresent())
            return writing.update(target, there.get(), here.get().series()) || unsaid(work, changed);
        var folder = folder(work, here.get());
        return folder.isEmpty()
                || writing.create(target, folder.get(), here.get().series())
                || unsaid(work, changed);
    }

    private boolean unsaid(Work work, Changed changed) {
        note(work, changed, "Exchange has no recurrence that says the same");
        return true;
    }

    /** Calendars that are not in Exchange stay here. */
    private Optional<String> folder(Work work, StoredEvent event) {
        var main = calendars.find(work.owner(), Access.DEFAULT).id();
        return event.calendar().equals(main)
                ? Optional.of(work.folders().get(0).id())
                : taken.folder(work.held().home(), event.calendar());
    }

    private void note(Work work, Changed changed, String detail) {
        var note = new SyncNote(Ids.next(), changed.uid(), clock.instant(), SyncNote.Kind.NOT_WRITTEN, detail);
        notes.add(work.held().home(), note);
    }
}
