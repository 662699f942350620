package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.kalends.calendar.Access;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventSight.Locked;
import org.kalends.event.Overlaying.Viewer;
import org.kalends.event.SeriesWriting.Change;
import org.kalends.event.domain.CommonEdit;
import org.kalends.event.domain.OrganizerRevision;
import org.kalends.event.store.EventStore;
import org.kalends.event.store.OverlayStore.Own;
import org.kalends.figures.WorkFigures;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.sharing.Level;

/**
 * Events planned, changed, deleted and brought back by people. Versions are compared under the row's lock, so of two
 * who save at once one is told so.
 */
@Stateless
@Interceptors(WorkFigures.class)
public class EventEditing {

    @Inject
    EventStore store;

    @Inject
    EventWriter writer;

    @Inject
    EventSight sight;

    @Inject
    Access access;

    @Inject
    Directory directory;

    @Inject
    EditLock lock;

    @Inject
    Invitees invitees;

    @Inject
    SeriesWriting series;

    @Inject
    Overlaying overlaying;

    @Inject
    UsualReminders usual;

    @Inject
    HandingOver handingOver;

    @Inject
    Clock clock;

    /** With the reminders that the actor wants; the owner of the calendar, where he is another, has his usual ones. */
    public StoredEvent create(Principal actor, String calendar, EventComponent draft, Announcement announcement) {
        var into = access.require(actor, calendar, Level.WRITE);
        var behalf = new Behalf(actor, directory.ownerOf(into.home(), actor));
        var named = invitees.named(draft, behalf);
        var shared = into.shared()
                ? named.withAlarms(usual.of(behalf.owner(), into.id().toString(), draft.timing()))
                : named;
        var origin = Origin.person(actor, announcement);
        var saved = writer.create(behalf.owner(), into.id(), EventSeries.of(SeriesWriting.newUid(), shared), origin);
        if (!into.shared()) return saved;
        var meant = ICalendar.write(EventSeries.of(saved.series().uid(), named));
        return overlaying.keep(new Viewer(actor.id(), into.rights(), Own.NOTHING), saved, meant);
    }

    /**
     * What is the actor's alone he may change of all that he sees, whoever is editing it.
     *
     * @param edit from the component that the target names to what it is to be; refuses by throwing
     */
    public EditOutcome change(Target target, UnaryOperator<EventComponent> edit) {
        var locked = sight.lock(target.actor(), target.event(), Level.READ);
        if (!locked.rights().own()) return changeShared(target, locked, edit);
        return guarded(target, locked, (before, behalf) -> {
            var written = series.write(new Change(target, before, behalf), edit);
            var future = written.future();
            return new EditOutcome.Saved(future == null ? written.past() : future);
        });
    }

    private EditOutcome changeShared(Target target, Locked locked, UnaryOperator<EventComponent> edit) {
        var before = locked.row().event();
        var common = new CommonEdit(locked.rights().level(), edit);
        var change = new Change(target, before, new Behalf(target.actor(), locked.owner()));
        var mine = change.of(locked.seen(before));
        if (!common.changes(before.series(), target.scope(), change.instance())) {
            if (locked.stale(target.expectedTag())) return new EditOutcome.Stale(mine.before());
            return saved(locked, before, series.meantAlone(mine, edit));
        }
        return guarded(target, locked, (present, behalf) -> {
            var written = series.write(change, common);
            var meant = series.meant(mine, edit);
            var past = saved(locked, written.past(), meant.past());
            if (written.future() == null || meant.future() == null) return past;
            return saved(locked.ofNothing(), written.future(), meant.future());
        });
    }

    private EditOutcome saved(Locked locked, StoredEvent shared, String meant) {
        return new EditOutcome.Saved(overlaying.keep(locked.viewer(), shared, meant));
    }

    /**
     * What is said of the whole series by whose it is; scope and instance of the target do not matter, and no time may
     * move.
     *
     * @throws CalendarException 403 for who was invited
     */
    public EditOutcome revise(Target target, UnaryOperator<EventSeries> edit) {
        return guarded(target, (before, behalf) -> {
            var present = before.series();
            if (!invitees.owns(behalf.owner(), present.lead().organizer())) {
                throw new CalendarException(Problem.FORBIDDEN, "Only the organizer may change the event for everybody");
            }
            var after = OrganizerRevision.apply(present, edit.apply(present), clock.instant());
            var origin = Origin.person(target.actor(), target.announcement());
            return new EditOutcome.Saved(after.equals(present) ? before : writer.replace(before, after, origin));
        });
    }

    /** Whether the event is the organizer's, whose home it is in; of no meeting everybody is. */
    public boolean organizes(Principal actor, StoredEvent event) {
        return invitees.owns(
                directory.ownerOf(event.home(), actor), event.series().lead().organizer());
    }

    /**
     * Makes another the organizer, who changes the event for everybody from then on; who was it before is invited.
     * Scope and instance of the target do not matter.
     *
     * @throws CalendarException 403 for who was invited, 400 for an organizer who is none of the company's people, 409
     *     for a cancelled event
     */
    public EditOutcome handOver(Target target, CalendarAddress to) {
        return guarded(target, (before, behalf) -> new EditOutcome.Saved(handingOver.give(before, behalf, to)));
    }

    public EditOutcome move(Target target, String calendar) {
        return guarded(target, (before, behalf) -> {
            var into = access.require(target.actor(), calendar, Level.WRITE);
            if (!into.home().equals(before.home())) {
                throw new CalendarException(Problem.CONFLICT, "An event stays with the person whose it is");
            }
            return new EditOutcome.Saved(into.id().equals(before.calendar()) ? before : writer.move(before, into.id()));
        });
    }

    public EditOutcome delete(Target target) {
        return guarded(target, (before, behalf) -> {
            if (!series.delete(new Change(target, before, behalf))) {
                writer.remove(before, Origin.person(target.actor(), target.announcement()));
            }
            return new EditOutcome.Removed();
        });
    }

    /** Out of the trash, into its calendar, or the default one where that is gone too. */
    public StoredEvent restore(Principal actor, UUID event, Announcement announcement) {
        var row = store.lock(actor.id(), event)
                .filter(found -> found.deletedAt() != null)
                .orElseThrow(() -> missing(event));
        var rival = store.findByUid(actor.id(), new Uid(row.uid()));
        if (rival.isPresent()) throw new CalendarException(Problem.CONFLICT, "The event is here again already");
        var calendar = access.find(actor, row.calId().toString())
                .filter(c -> c.rights().own())
                .orElseGet(() -> access.own(actor, Access.DEFAULT));
        var trashed = row.event();
        boolean told = trashed.series().lead().organizer() != null;
        var series = told ? OrganizerRevision.again(trashed.series(), clock.instant()) : trashed.series();
        return writer.restore(trashed, series, calendar.id(), Origin.person(actor, announcement));
    }

    private EditOutcome guarded(Target target, BiFunction<StoredEvent, Behalf, EditOutcome> act) {
        var locked = sight.lock(target.actor(), target.event(), Level.WRITE);
        var outcome = guarded(target, locked, act);
        return outcome instanceof EditOutcome.Saved saved
                ? new EditOutcome.Saved(overlaying.seen(target.actor().id(), saved.event()))
                : outcome;
    }

    private EditOutcome guarded(Target target, Locked locked, BiFunction<StoredEvent, Behalf, EditOutcome> act) {
        var actor = target.actor();
        if (!locked.rights().holds(Level.WRITE)) throw Access.forbidden(Level.WRITE);
        var before = locked.row().event();
        var holder = lock.heldAgainst(actor, locked.owner(), before.series());
        if (holder.isPresent()) return new EditOutcome.Locked(holder.get());
        if (locked.stale(target.expectedTag())) return new EditOutcome.Stale(locked.seen(before));
        return act.apply(before, new Behalf(actor, locked.owner()));
    }

    private static CalendarException missing(UUID event) {
        return new CalendarException(Problem.NOT_FOUND, "There is no event " + event);
    }
}
