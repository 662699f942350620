package org.kalends.event.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.Quota;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventWriter;
import org.kalends.event.Origin;
import org.kalends.event.StoredEvent;
import org.kalends.event.store.EventRow;
import org.kalends.event.store.EventStore;
import org.kalends.event.store.EventStore.Place;
import org.kalends.event.store.ObjectStore.Rival;
import org.kalends.event.store.OtherObjects;
import org.kalends.identity.Principal;

/** Writes objects of every kind; of events the features above are told, of others there is nobody to tell. */
@ApplicationScoped
class ObjectWriter {

    @Inject
    EventWriter events;

    @Inject
    EventStore store;

    @Inject
    OtherObjects others;

    @Inject
    Quota quota;

    @Inject
    Clock clock;

    CalendarObject write(Principal actor, Place place, @Nullable EventRow before, ObjectText text) {
        return write(Origin.person(actor, Announcement.AT_ONCE), place, before, text);
    }

    CalendarObject write(Origin origin, Place place, @Nullable EventRow before, ObjectText text) {
        if (text.component() != Component.VEVENT) {
            var other = others.save(place, text, clock.instant());
            quota.check(place.home());
            return other;
        }
        var saved = events.store(place, before == null ? null : before.event(), text, origin);
        return object(saved, text.text().getBytes(StandardCharsets.UTF_8).length);
    }

    void remove(Principal actor, Rival present, ObjectStoring.Reply reply) {
        if (Component.of(present.comp()) == Component.VEVENT) {
            var told = reply == ObjectStoring.Reply.SENT ? Announcement.AT_ONCE : Announcement.NO_REPLY;
            events.remove(present.row().event(), Origin.person(actor, told));
        } else if (Component.of(present.comp()) == Component.MESSAGE) {
            others.delete(placeOf(present.row()));
        } else {
            store.trash(placeOf(present.row()), clock.instant());
        }
    }

    /** For good, without a stay in the trash. */
    void erase(Origin origin, Rival present) {
        if (Component.of(present.comp()) == Component.VEVENT)
            events.remove(present.row().event(), origin);
        others.delete(placeOf(present.row()));
    }

    /** The same object under another name, or in another calendar of its home. */
    CalendarObject move(Rival from, UUID calendar, String name) {
        var row = from.row();
        if (Component.of(from.comp()) == Component.VEVENT) {
            return object(events.move(row.event(), calendar, name), row.ical().length);
        }
        store.leave(placeOf(row));
        var text = ObjectText.read(row.text());
        return others.save(new Place(row.homeId(), calendar, row.objId(), name), text, clock.instant());
    }

    private static Place placeOf(EventRow row) {
        return new Place(row.homeId(), row.calId(), row.objId(), row.name());
    }

    static CalendarObject object(Rival rival) {
        var row = rival.row();
        var tag = row.schedTag();
        return new CalendarObject(
                row.calId(),
                row.objId(),
                row.name(),
                Component.of(rival.comp()),
                row.entityTag(),
                tag == null ? null : tag.toString(),
                row.ical().length,
                row.created(),
                row.modified());
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
