package org.kalends.event.resource;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.CalendarCollection;
import org.kalends.database.Ids;
import org.kalends.event.EditLock;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventWriter;
import org.kalends.event.Origin;
import org.kalends.event.StoredEvent;
import org.kalends.event.store.EventRow;
import org.kalends.event.store.EventStore.Place;
import org.kalends.event.store.ObjectStore;
import org.kalends.event.store.ObjectStore.Rival;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Principal;

/**
 * Calendar objects stored and removed under names that clients choose. Conditions are judged under the calendar's
 * lock, so of two who write at once one is told so.
 */
@Stateless
public class ObjectStoring {

    @Inject
    ObjectStore objects;

    @Inject
    EventWriter writer;

    @Inject
    EditLock lock;

    /** A text for a name; the actor may write to the calendar. */
    public record Put(Principal actor, CalendarCollection calendar, String name, String text, Conditions conditions) {}

    /** @throws ObjectRefused when the text may not be stored */
    public StoreOutcome put(Put put) {
        var text = ObjectText.read(put.text());
        var calendar = put.calendar();
        var uid = text.series().uid();
        if (!objects.lockCalendar(calendar.home(), calendar.id())) return new StoreOutcome.Missing();
        var place = new Place(calendar.home(), calendar.id(), Ids.next(), put.name());
        var rivals = objects.rivals(place, uid);
        var present = there(rivals, calendar.id(), put.name());
        var refused = refusal(put, present);
        if (refused.isPresent()) return refused.get();
        var taken = taken(put, rivals, uid);
        if (taken.isPresent()) return taken.get();
        if (present != null && present.row().text().equals(put.text())) {
            return new StoreOutcome.Changed(
                    object(present.row().event(), present.row().ical().length));
        }
        return stored(put, text, present == null ? null : present.row(), place);
    }

    private StoreOutcome stored(Put put, ObjectText text, @Nullable EventRow before, Place fresh) {
        var place = before == null ? fresh : new Place(fresh.home(), fresh.calendar(), before.objId(), fresh.name());
        var saved = writer.store(place, before == null ? null : before.event(), text, origin(put.actor()));
        int size = text.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        var object = object(saved, size);
        return before == null ? new StoreOutcome.Created(object) : new StoreOutcome.Changed(object);
    }

    /** What to remove. */
    public record Delete(Principal actor, CalendarCollection calendar, String name, Conditions conditions) {}

    /** Into the trash. */
    public StoreOutcome delete(Delete delete) {
        var calendar = delete.calendar();
        if (!objects.lockCalendar(calendar.home(), calendar.id())) return new StoreOutcome.Missing();
        var place = new Place(calendar.home(), calendar.id(), calendar.id(), delete.name());
        var present = there(objects.rivals(place, new Uid("-")), calendar.id(), delete.name());
        if (present == null) {
            return delete.conditions().hold(null, null)
                    ? new StoreOutcome.Missing()
                    : new StoreOutcome.ConditionFailed();
        }
        var event = present.row().event();
        if (!holds(delete.conditions(), present)) return new StoreOutcome.ConditionFailed();
        var holder = holder(delete.actor(), event);
        if (holder.isPresent()) return holder.get();
        writer.remove(event, origin(delete.actor()));
        return new StoreOutcome.Removed();
    }

    private Optional<StoreOutcome> refusal(Put put, @Nullable Rival present) {
        if (present == null) {
            return put.conditions().hold(null, null)
                    ? Optional.empty()
                    : Optional.of(new StoreOutcome.ConditionFailed());
        }
        if (!holds(put.conditions(), present)) return Optional.of(new StoreOutcome.ConditionFailed());
        return holder(put.actor(), present.row().event());
    }

    private static boolean holds(Conditions conditions, Rival present) {
        var tag = present.row().schedTag();
        return conditions.hold(present.row().entityTag(), tag == null ? null : tag.toString());
    }

    private Optional<StoreOutcome> holder(Principal actor, StoredEvent event) {
        return lock.see(actor, event.series())
                .filter(holder -> !holder.principal().id().equals(actor.id()))
                .map(StoreOutcome.Locked::new);
    }

    /** One UID is one object in a calendar, and one scheduling object in a home. */
    private static Optional<StoreOutcome> taken(Put put, List<Rival> rivals, Uid uid) {
        for (var rival : rivals) {
            boolean here = rival.row().calId().equals(put.calendar().id());
            boolean same = here && rival.row().name().equals(put.name());
            if (here && same != rival.row().uid().equals(uid.value())) {
                return Optional.of(new StoreOutcome.UidTaken(rival.row().name()));
            }
            if (!here && rival.schedRole() > 0) {
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

    private static Origin origin(Principal actor) {
        return Origin.person(actor, Announcement.AT_ONCE);
    }

    private static CalendarObject object(StoredEvent event, int size) {
        var tag = event.scheduleTag();
        return new CalendarObject(
                event.calendar(),
                event.id(),
                event.name(),
                Component.VEVENT,
                event.etag(),
                tag == null ? null : tag.toString(),
                size,
                event.created(),
                event.modified());
    }
}
