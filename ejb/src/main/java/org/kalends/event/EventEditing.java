package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.Access;
import org.kalends.database.Ids;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.domain.CopyEdit;
import org.kalends.event.domain.OrganizerRevision;
import org.kalends.event.domain.PersonalChange;
import org.kalends.event.domain.SeriesEdit;
import org.kalends.event.store.EventStore;
import org.kalends.figures.WorkFigures;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.icalendar.recurrence.SeriesSplit;
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
    Clock clock;

    public StoredEvent create(Principal actor, String calendar, EventComponent draft, Announcement announcement) {
        var into = access.require(actor, calendar, Level.WRITE);
        var behalf = new Behalf(actor, directory.ownerOf(into.home(), actor));
        var series = EventSeries.of(newUid(), invitees.named(draft, behalf));
        return writer.create(behalf.owner(), into.id(), series, Origin.person(actor, announcement));
    }

    /** @param edit from the component that the target names to what it is to be; refuses by throwing */
    public EditOutcome change(Target target, UnaryOperator<EventComponent> edit) {
        return guarded(target, (before, behalf) -> changed(new Change(target, before, behalf), edit));
    }

    /**
     * What is said of the whole series by whose it is; scope and instance of the target do not matter, and no time may
     * move.
     *
     * @throws CalendarException 403 for who was invited
     */
    public EditOutcome revise(Target target, UnaryOperator<EventSeries> edit) {
        return guarded(target, (before, behalf) -> {
            var series = before.series();
            if (!invitees.owns(behalf.owner(), series.lead().organizer())) {
                throw new CalendarException(Problem.FORBIDDEN, "Only the organizer may change the event for everybody");
            }
            var after = OrganizerRevision.apply(series, edit.apply(series), clock.instant());
            var origin = Origin.person(target.actor(), target.announcement());
            return new EditOutcome.Saved(after.equals(series) ? before : writer.replace(before, after, origin));
        });
    }

    /** Whether the event is the organizer's, whose home it is in; of no meeting everybody is. */
    public boolean organizes(Principal actor, StoredEvent event) {
        return invitees.owns(
                directory.ownerOf(event.home(), actor), event.series().lead().organizer());
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
        return guarded(target, (before, behalf) -> deleted(target, before));
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

    /** Version first: who did not see the present state has no business with the lock. */
    private EditOutcome guarded(Target target, BiFunction<StoredEvent, Behalf, EditOutcome> act) {
        var actor = target.actor();
        var locked = sight.lock(actor, target.event(), Level.WRITE);
        var before = locked.row().event();
        var holder = lock.heldAgainst(actor, locked.owner(), before.series());
        if (holder.isPresent()) return new EditOutcome.Locked(holder.get());
        var seen = target.expectedTag();
        if (seen != null && !locked.row().known(seen)) return new EditOutcome.Stale(before);
        return act.apply(before, new Behalf(actor, locked.owner()));
    }

    private record Change(Target target, StoredEvent before, Behalf behalf) {}

    private EditOutcome changed(Change change, UnaryOperator<EventComponent> edit) {
        var target = change.target();
        var before = change.before();
        var actor = target.actor();
        var series = before.series();
        boolean own = invitees.owns(change.behalf().owner(), series.lead().organizer());
        UnaryOperator<EventComponent> applied = component -> {
            var after = edit.apply(component);
            return own ? invitees.named(after, change.behalf()) : PersonalChange.checked(component, after);
        };
        var instance = instance(target, series);
        var edited = own
                ? SeriesEdit.of(series, target.scope(), instance, applied, newUid())
                : CopyEdit.of(series, target.scope(), instance, applied);
        var origin = Origin.person(actor, target.announcement());
        var past = own ? revised(edited.past()) : edited.past().after();
        var saved = past.equals(series)
                ? before
                : writer.replace(before, past, edited.past().shift(), origin);
        var future = edited.future();
        return new EditOutcome.Saved(
                future == null ? saved : writer.split(before, revised(future), future.shift(), origin));
    }

    private EventSeries revised(SeriesEdit.Part part) {
        return OrganizerRevision.apply(part.before(), part.after(), part.shift(), clock.instant());
    }

    private EditOutcome deleted(Target target, StoredEvent before) {
        var left = left(target, before.series());
        var origin = Origin.person(target.actor(), target.announcement());
        if (left == null) {
            writer.remove(before, origin);
        } else {
            writer.replace(before, OrganizerRevision.apply(before.series(), left, clock.instant()), origin);
        }
        return new EditOutcome.Removed();
    }

    /** What the deletion leaves; null for nothing. */
    private static @Nullable EventSeries left(Target target, EventSeries series) {
        var instance = instance(target, series);
        if (instance == null || target.scope() == Scope.ALL) return null;
        if (target.scope() == Scope.THIS) {
            return Instances.exclude(series, instance.recurrenceId()).orElse(null);
        }
        var master = series.master();
        if (master == null
                || !instance.recurrenceId()
                        .local()
                        .isAfter(master.timing().start().local())) return null;
        return SeriesSplit.of(series, instance.recurrenceId(), newUid()).past();
    }

    private static @Nullable Instance instance(Target target, EventSeries series) {
        Instant wanted = target.instance();
        if (wanted == null) {
            if (series.recurring() && target.scope() != Scope.ALL) {
                throw CalendarException.invalid("instance", "must say which instance the scope is about");
            }
            return null;
        }
        return Instances.find(series, wanted)
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "The series has no instance at " + wanted));
    }

    private static Uid newUid() {
        return new Uid(Ids.next() + "@kalends");
    }

    private static CalendarException missing(UUID event) {
        return new CalendarException(Problem.NOT_FOUND, "There is no event " + event);
    }
}
