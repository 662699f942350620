package org.kalends.exchange.sync.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
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
import org.kalends.exchange.folder.store.TakenStore.Kind;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.exchange.pace.Pace;
import org.kalends.exchange.sync.SyncNote;
import org.kalends.exchange.sync.Work;
import org.kalends.exchange.sync.outbound.ItemWriting.Target;
import org.kalends.exchange.sync.store.NoteStore;
import org.kalends.exchange.sync.store.OutboundStore;
import org.kalends.exchange.sync.store.SubscriptionStore;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels.Status;
import org.kalends.identity.Directory;

/** Writes to Exchange what changed here. What it says there already, as after it came from there, is not written. */
@ApplicationScoped
public class Outbound {

    private static final int LOT = 100;
    private static final String CHANGED_MEANWHILE = "ErrorIrresolvableConflict";

    @Inject
    OutboundStore outbound;

    @Inject
    TakenStore taken;

    @Inject
    EventCopies copies;

    @Inject
    ItemWriting writing;

    @Inject
    SpreadWriting spreading;

    @Inject
    LoneWriting lone;

    @Inject
    FileWriting files;

    @Inject
    AnswerWriting answers;

    @Inject
    Calendars calendars;

    @Inject
    NoteStore notes;

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    Pace pace;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /** Some of what waits to be written. */
    public void write(Work work) {
        var forms =
                new EventForms(work.owner(), directory.addressesOf(work.owner().id()));
        spreading.refresh(work.held().home());
        var changes = outbound.list(work.held().home(), LOT);
        for (var changed : changes) {
            hold(work);
            write(work, new Target(work.mailbox(), forms, changed));
        }
        // what comes and goes there between two looks is never told, so the next one follows at once
        if (!changes.isEmpty()) subscriptions.hurry(Set.of(work.held().home()), clock.instant());
    }

    private void hold(Work work) {
        pace.hold();
        subscriptions.renew(work.held(), clock.instant());
    }

    /** What was changed there meanwhile is looked at first, and then this again. */
    private void write(Work work, Target target) {
        try {
            if (!says(work, target)) note(work, target, "Exchange has no recurrence that says the same");
        } catch (ExchangeRefused e) {
            var refusal = e.refusal();
            boolean later =
                    refusal.passes() || refusal.missing() || refusal.code().equals(CHANGED_MEANWHILE);
            if (later) throw e;
            note(work, target, refusal.code() + ": " + refusal.reason());
        }
        outbound.settle(work.held().home(), target.changed());
    }

    /** False if Exchange cannot say it. */
    private boolean says(Work work, Target target) {
        var home = work.held().home();
        var there = taken.find(home, target.uid());
        var here = copies.look(home, target.uid()).filter(event -> isToBeThere(target, there, event.series()));
        if (here.isEmpty()) {
            there.ifPresent(item -> writing.delete(target, item));
            lone.delete(target, () -> hold(work));
            spreading.delete(target, () -> hold(work));
            return true;
        }
        var told = ToldEvent.of(here.get().series(), here.get().ical());
        var folder = folder(work, here.get());
        if (folder.isPresent() && isToSpread(target, there, told)) {
            there.ifPresent(item -> writing.delete(target, item));
            spreading.write(target, folder.get(), told, () -> hold(work)).ifPresent(words -> note(work, target, words));
            return true;
        }
        spreading.delete(target, () -> hold(work));
        if (there.isPresent()
                && folder.filter(place -> !place.equals(there.get().folder())).isPresent()) {
            writing.move(target, there.get(), folder.get());
            outbound.note(home, target.uid(), clock.instant()); // what else changed follows once its state is known
            return true;
        }
        boolean said = there.isPresent()
                ? update(target, there.get(), told)
                : folder.map(place -> writing.create(target, place, told)).orElse(true);
        files.write(target, told, () -> hold(work)).forEach(loss -> note(work, target, loss));
        answers.write(target, told, () -> hold(work)).forEach(loss -> note(work, target, loss));
        return said;
    }

    private boolean update(Target target, Taken there, ToldEvent told) {
        boolean alone = told.series().master() == null;
        return alone && target.forms().isInvitation(told, there.kind())
                ? lone.update(target, there, told)
                : writing.update(target, there, told);
    }

    /** What is cancelled or declined is not; but who declines an invitation that is there has to say so first. */
    private static boolean isToBeThere(Target target, Optional<Taken> there, EventSeries event) {
        boolean invited = there.filter(item -> item.kind() == Kind.SAME).isPresent();
        var parts = event.master() == null ? event.overrides() : List.of(event.master());
        boolean cancelled = parts.stream().allMatch(part -> part.labels().status() == Status.CANCELLED);
        return !cancelled && (invited || !parts.stream().allMatch(target.forms()::isDeclined));
    }

    /** What came from there in a way that we cannot say stays as it is there. */
    private static boolean isToSpread(Target target, Optional<Taken> there, ToldEvent told) {
        boolean theirs = there.isPresent()
                && (there.get().parts().isEmpty()
                        || target.forms().isInvitation(told, there.get().kind()));
        return !theirs && target.forms().isUnheard(told);
    }

    /** Calendars that are not in Exchange stay here. */
    private Optional<String> folder(Work work, StoredEvent event) {
        var main = calendars.find(work.owner(), Access.DEFAULT).id();
        return event.calendar().equals(main)
                ? Optional.of(work.folders().get(0).id())
                : taken.folder(work.held().home(), event.calendar());
    }

    private void note(Work work, Target target, String detail) {
        var note = new SyncNote(Ids.next(), target.uid(), clock.instant(), SyncNote.Kind.NOT_WRITTEN, detail);
        notes.add(work.held().home(), note);
    }
}
