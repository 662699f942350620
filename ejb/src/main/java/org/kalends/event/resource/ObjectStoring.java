package org.kalends.event.resource;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.database.Ids;
import org.kalends.event.domain.MeetingForm;
import org.kalends.event.resource.ObjectGuard.Standing;
import org.kalends.event.resource.ObjectRefused.Reason;
import org.kalends.event.store.EventStore.Place;
import org.kalends.event.store.ObjectStore;
import org.kalends.event.store.ObjectStore.Rival;
import org.kalends.event.store.OverlayStore;
import org.kalends.figures.WorkFigures;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.sharing.Level;

/**
 * Calendar objects stored, moved and removed under names that clients choose. Conditions are judged under the
 * calendar's lock, so of two who write at once one is told so.
 */
@Stateless
@Interceptors(WorkFigures.class)
public class ObjectStoring {

    @Inject
    ObjectStore objects;

    @Inject
    ObjectWriter writer;

    @Inject
    ObjectGuard guard;

    @Inject
    OverlayStore overlays;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /** A text for a name; the actor may write to the calendar. */
    public record Put(Principal actor, CalendarCollection calendar, String name, String text, Conditions conditions) {}

    /**
     * What is the actor's alone he may say of all that he sees, whether or not he may change it for others.
     *
     * @throws ObjectRefused when the text may not be stored
     */
    public StoreOutcome put(Put put) {
        var calendar = put.calendar();
        Access.check(calendar, Level.READ);
        var text = ObjectText.read(put.text());
        if (!calendar.components().contains(text.component().name())) {
            throw new ObjectRefused(
                    Reason.SUPPORTED_CALENDAR_COMPONENT, text.component() + " is not kept in this calendar");
        }
        if (!objects.lockCalendar(calendar.home(), calendar.id())) return new StoreOutcome.Missing();
        var place = new Place(calendar.home(), calendar.id(), Ids.next(), put.name());
        var rivals = objects.rivals(place, text.uid());
        var standing = guard.among(put.actor(), calendar, rivals, put.name());
        if (standing.rival() == null) Access.check(calendar, Level.WRITE);
        var refused = ObjectGuard.failing(put.conditions(), standing).or(() -> taken(put, rivals, text));
        return refused.orElseGet(() -> put(put, text, standing));
    }

    private StoreOutcome put(Put put, ObjectText text, Standing standing) {
        var present = standing.rival();
        var part = Part.of(put.calendar(), text, present);
        if (!part.changes(present) && present != null) {
            return keep(put, part, standing, new Stored(ObjectWriter.object(present), part.shared()));
        }
        Access.check(put.calendar(), Level.WRITE);
        var held = guard.held(put.actor(), present);
        if (held.isPresent()) return held.get();
        var stored = settled(put.calendar().home(), part.shared(), present);
        var place = new Place(
                put.calendar().home(),
                put.calendar().id(),
                present == null ? Ids.next() : present.row().objId(),
                put.name());
        var object = writer.write(put.actor(), place, present == null ? null : present.row(), stored);
        return keep(put, part, standing, new Stored(object, stored));
    }

    private record Stored(CalendarObject object, ObjectText text) {}

    /** What is the actor's alone, and all as he has it now. */
    private StoreOutcome keep(Put put, Part part, Standing standing, Stored stored) {
        var object = stored.object();
        var place = new Place(put.calendar().home(), object.calendar(), object.id(), object.name());
        var own = overlays.keep(place, put.actor().id(), standing.own(), part.overlay());
        var shared = stored.text().text();
        var seen = put.calendar().shared() ? own.overlay().over(shared) : shared;
        var form = seen.equals(put.text()) ? StoreOutcome.Form.AS_SENT : StoreOutcome.Form.ADAPTED;
        var told = object.tagged(own.entityTag(object.etag()));
        return standing.rival() == null ? new StoreOutcome.Created(told, form) : new StoreOutcome.Changed(told, form);
    }

    /** What the server knows better of a meeting than the client that sent it. */
    private ObjectText settled(UUID home, ObjectText text, @Nullable Rival present) {
        if (!text.scheduled()) return text;
        var before = present == null ? null : present.row().event().series();
        var owner = Set.copyOf(directory.addressesOf(home));
        var meant = MeetingForm.of(before, text.events(), owner, clock.instant());
        return text.adapted(meant, MeetingForm.unforced(meant));
    }

    /**
     * What to remove.
     *
     * @param reply whether the organizer of a meeting is told
     */
    public record Delete(
            Principal actor, CalendarCollection calendar, String name, Conditions conditions, Reply reply) {}

    /** Schedule-Reply (RFC 6638, 8.1). */
    public enum Reply {
        SENT,
        LEFT_OUT
    }

    /** Into the trash. */
    public StoreOutcome delete(Delete delete) {
        var calendar = delete.calendar();
        Access.check(calendar, Level.WRITE);
        if (!objects.lockCalendar(calendar.home(), calendar.id())) return new StoreOutcome.Missing();
        var standing = guard.at(delete.actor(), calendar, delete.name());
        var refused = guard.refusal(delete.actor(), delete.conditions(), standing);
        if (refused.isPresent()) return refused.get();
        var present = standing.rival();
        if (present == null) return new StoreOutcome.Missing();
        writer.remove(delete.actor(), present, delete.reply());
        return new StoreOutcome.Removed();
    }

    /** Whether something may be written over. */
    public enum Overwrite {
        ALLOWED,
        REFUSED
    }

    /** Where to; both calendars are in one home. */
    public record Destination(CalendarCollection calendar, String name, Overwrite overwrite) {}

    /** Another name or another calendar for the same object: tags stay, nobody is told (RFC 6638, 3.2.3.3). */
    public StoreOutcome move(Delete from, Destination to) {
        if (!from.calendar().home().equals(to.calendar().home())) {
            throw new ObjectRefused(
                    Reason.CALENDAR_COLLECTION_LOCATION_OK, "An object stays with the person whose it is");
        }
        for (var calendar : ordered(from.calendar(), to.calendar())) {
            Access.check(calendar, Level.WRITE);
            if (!objects.lockCalendar(calendar.home(), calendar.id())) return new StoreOutcome.Missing();
        }
        var standing = guard.at(from.actor(), from.calendar(), from.name());
        var refused = guard.refusal(from.actor(), from.conditions(), standing);
        if (refused.isPresent()) return refused.get();
        var source = standing.rival();
        if (source == null) return new StoreOutcome.Missing();
        var target = guard.at(from.actor(), to.calendar(), to.name()).rival();
        if (target != null && to.overwrite() == Overwrite.REFUSED) return new StoreOutcome.ConditionFailed();
        if (!to.calendar().components().contains(Component.of(source.comp()).name())) {
            throw new ObjectRefused(Reason.SUPPORTED_CALENDAR_COMPONENT, "This is not kept in that calendar");
        }
        var rival = sameUid(source, to.calendar(), to.name());
        if (rival.isPresent()) return rival.get();
        if (target != null) writer.remove(from.actor(), target, Reply.SENT);
        var moved = writer.move(source, to.calendar().id(), to.name());
        return target == null ? new StoreOutcome.Created(moved) : new StoreOutcome.Changed(moved);
    }

    private Optional<StoreOutcome> sameUid(Rival source, CalendarCollection calendar, String name) {
        var place = new Place(calendar.home(), calendar.id(), calendar.id(), name);
        return objects.rivals(place, new Uid(source.row().uid())).stream()
                .filter(rival -> rival.row().calId().equals(calendar.id()))
                .filter(rival -> !rival.row().objId().equals(source.row().objId()))
                .filter(rival -> !rival.row().name().equals(name))
                .findFirst()
                .map(rival -> new StoreOutcome.UidTaken(rival.row().name()));
    }

    private static List<CalendarCollection> ordered(CalendarCollection a, CalendarCollection b) {
        if (a.id().equals(b.id())) return List.of(a);
        return a.id().compareTo(b.id()) < 0 ? List.of(a, b) : List.of(b, a);
    }

    /** One UID is one object in a calendar, and one scheduling object in a home. */
    private static Optional<StoreOutcome> taken(Put put, List<Rival> rivals, ObjectText text) {
        for (var rival : rivals) {
            boolean here = rival.row().calId().equals(put.calendar().id());
            boolean same = here && rival.row().name().equals(put.name());
            if (here && same != rival.row().uid().equals(text.uid().value())) {
                return Optional.of(new StoreOutcome.UidTaken(rival.row().name()));
            }
            if (!here && rival.schedRole() > 0 && text.scheduled()) {
                return Optional.of(new StoreOutcome.ScheduledElsewhere(
                        rival.calendarUri(), rival.row().name()));
            }
        }
        return Optional.empty();
    }
}
