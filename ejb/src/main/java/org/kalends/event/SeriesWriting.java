package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kalends.database.Ids;
import org.kalends.event.domain.CopyEdit;
import org.kalends.event.domain.OrganizerRevision;
import org.kalends.event.domain.PersonalChange;
import org.kalends.event.domain.SeriesEdit;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.icalendar.recurrence.SeriesSplit;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** A series changed at one of its instances, and written: by its organizer as he likes, by who was invited for himself. */
@ApplicationScoped
class SeriesWriting {

    @Inject
    EventWriter writer;

    @Inject
    Invitees invitees;

    @Inject
    Clock clock;

    /** @param newUid of what may be split off */
    record Change(Target target, StoredEvent before, Behalf behalf, Uid newUid) {

        Change(Target target, StoredEvent before, Behalf behalf) {
            this(target, before, behalf, SeriesWriting.newUid());
        }

        /** The same of another form of the event. */
        Change of(StoredEvent other) {
            return new Change(target, other, behalf, newUid);
        }

        @Nullable
        Instance instance() {
            return SeriesWriting.instance(target, before.series());
        }
    }

    /** @param future what was split off; null when nothing was */
    record Written(StoredEvent past, @Nullable StoredEvent future) {}

    Written write(Change change, UnaryOperator<EventComponent> edit) {
        var before = change.before();
        boolean own = organizes(change);
        var edited = edited(change, edit);
        var origin = Origin.person(change.target().actor(), change.target().announcement());
        var past = own ? revised(edited.past()) : edited.past().after();
        var saved = past.equals(before.series())
                ? before
                : writer.replace(before, past, edited.past().shift(), origin);
        var future = edited.future();
        return new Written(
                saved, future == null ? null : writer.split(before, revised(future), future.shift(), origin));
    }

    /** What would stand in the texts; nothing is written. */
    record Meant(String past, @Nullable String future) {}

    Meant meant(Change change, UnaryOperator<EventComponent> edit) {
        var edited = edited(change, edit);
        var past = ICalendar.update(
                change.before().ical(), edited.past().after(), edited.past().shift());
        var future = edited.future();
        return new Meant(past, future == null ? null : ICalendar.write(future.after()));
    }

    /** The same of what is somebody's alone: nothing is split off for that. */
    String meantAlone(Change change, UnaryOperator<EventComponent> edit) {
        var series = change.before().series();
        var edited = CopyEdit.of(series, change.target().scope(), change.instance(), edit);
        return ICalendar.update(
                change.before().ical(), edited.past().after(), edited.past().shift());
    }

    private SeriesEdit edited(Change change, UnaryOperator<EventComponent> edit) {
        boolean own = organizes(change);
        UnaryOperator<EventComponent> applied = component -> {
            var after = edit.apply(component);
            return own ? invitees.named(after, change.behalf()) : PersonalChange.checked(component, after);
        };
        var series = change.before().series();
        var scope = change.target().scope();
        return own
                ? SeriesEdit.of(series, scope, change.instance(), applied, change.newUid())
                : CopyEdit.of(series, scope, change.instance(), applied);
    }

    private boolean organizes(Change change) {
        return invitees.owns(
                change.behalf().owner(), change.before().series().lead().organizer());
    }

    private EventSeries revised(SeriesEdit.Part part) {
        return OrganizerRevision.apply(part.before(), part.after(), part.shift(), clock.instant());
    }

    /** False when nothing is left of it. */
    boolean delete(Change change) {
        var left = left(change);
        if (left == null) return false;
        var target = change.target();
        var after = OrganizerRevision.apply(change.before().series(), left, clock.instant());
        writer.replace(change.before(), after, Origin.person(target.actor(), target.announcement()));
        return true;
    }

    /** What the deletion leaves; null for nothing. */
    private static @Nullable EventSeries left(Change change) {
        var series = change.before().series();
        var instance = change.instance();
        if (instance == null || change.target().scope() == Scope.ALL) return null;
        if (change.target().scope() == Scope.THIS) {
            return Instances.exclude(series, instance.recurrenceId()).orElse(null);
        }
        var master = series.master();
        if (master == null
                || !instance.recurrenceId()
                        .local()
                        .isAfter(master.timing().start().local())) return null;
        return SeriesSplit.of(series, instance.recurrenceId(), change.newUid()).past();
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

    static Uid newUid() {
        return new Uid(Ids.next() + "@kalends");
    }
}
