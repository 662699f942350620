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
import org.kalends.event.EditLock;
import org.kalends.event.domain.MeetingForm;
import org.kalends.event.resource.ObjectRefused.Reason;
import org.kalends.event.store.EventStore.Place;
import org.kalends.event.store.ObjectStore;
import org.kalends.event.store.ObjectStore.Rival;
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
    EditLock lock;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /** A text for a name; the actor may write to the calendar. */
    public record Put(Principal actor, CalendarCollection calendar, String name, String text, Conditions conditions) {}

    /** @throws ObjectRefused when the text may not be stored */
    public StoreOutcome put(Put put) {
        var calendar = put.calendar();
        Access.check(calendar, Level.WRITE);
        var text = ObjectText.read(put.text());
        if (!calendar.components().contains(text.component().name())) {
            throw new ObjectRefused(
                    Reason.SUPPORTED_CALENDAR_COMPONENT, text.component() + " is not kept in this calendar");
        }
        if (!objects.lockCalendar(calendar.home(), calendar.id())) return new StoreOutcome.Missing();
        var place = new Place(calendar.home(), calendar.id(), Ids.next(), put.name());
        var rivals = objects.rivals(place, text.uid());
        var present = there(rivals, calendar.id(), put.name());
        refuseHidden(calendar, present);
        var refused = refusal(put.actor(), put.conditions(), present).or(() -> taken(put, rivals, text));
        if (refused.isPresent()) return refused.get();
        if (present != null && present.row().text().equals(put.text())) {
            return new StoreOutcome.Changed(ObjectWriter.object(present));
        }
        var stored = settled(calendar.home(), text, present);
        var form = stored.text().equals(text.text()) ? StoreOutcome.Form.AS_SENT : StoreOutcome.Form.ADAPTED;
        if (present == null) return new StoreOutcome.Created(writer.write(put.actor(), place, null, stored), form);
        var same = new Place(place.home(), place.calendar(), present.row().objId(), place.name());
        return new StoreOutcome.Changed(writer.write(put.actor(), same, present.row(), stored), form);
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
        var present = at(calendar, delete.name());
        refuseHidden(calendar, present);
        var refused = refusal(delete.actor(), delete.conditions(), present);
        if (refused.isPresent()) return refused.get();
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
        var source = at(from.calendar(), from.name());
        refuseHidden(from.calendar(), source);
        var refused = refusal(from.actor(), from.conditions(), source);
        if (refused.isPresent()) return refused.get();
        if (source == null) return new StoreOutcome.Missing();
        var target = at(to.calendar(), to.name());
        refuseHidden(to.calendar(), target);
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

    /** Nobody writes over what he may not see. */
    private static void refuseHidden(CalendarCollection calendar, @Nullable Rival present) {
        if (present != null && ObjectMask.hides(calendar, present.row().text())) throw Access.forbidden(Level.WRITE);
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

    private @Nullable Rival at(CalendarCollection calendar, String name) {
        var place = new Place(calendar.home(), calendar.id(), calendar.id(), name);
        return there(objects.rivals(place, new Uid("-")), calendar.id(), name);
    }

    private Optional<StoreOutcome> refusal(Principal actor, Conditions conditions, @Nullable Rival present) {
        var tag = present == null ? null : present.row().schedTag();
        var etag = present == null ? null : present.row().entityTag();
        if (!conditions.hold(etag, tag == null ? null : tag.toString())) {
            return Optional.of(new StoreOutcome.ConditionFailed());
        }
        if (present == null || Component.of(present.comp()) != Component.VEVENT) return Optional.empty();
        var owner = directory.ownerOf(present.row().homeId(), actor);
        return lock.heldAgainst(actor, owner, present.row().event().series()).map(StoreOutcome.Locked::new);
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

    private static @Nullable Rival there(List<Rival> rivals, UUID calendar, String name) {
        return rivals.stream()
                .filter(rival -> rival.row().calId().equals(calendar))
                .filter(rival -> rival.row().name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
