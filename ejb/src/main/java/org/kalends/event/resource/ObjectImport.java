package org.kalends.event.resource;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.CalendarCollection;
import org.kalends.database.Ids;
import org.kalends.event.Origin;
import org.kalends.event.store.EventStore.Place;
import org.kalends.event.store.ObjectStore;
import org.kalends.event.store.ObjectStore.Rival;
import org.kalends.event.store.OverlayStore;
import org.kalends.event.store.OverlayStore.Own;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.identity.Principal;

/**
 * Objects that come out of files and feeds: found again by their UID, stored as they stand, one a transaction. Nobody
 * is invited by them and no room is booked.
 */
@Stateless
public class ObjectImport {

    @Inject
    ObjectStore objects;

    @Inject
    ObjectWriter writer;

    @Inject
    OverlayStore overlays;

    @Inject
    ObjectGuard guard;

    /** What became of an object. */
    public sealed interface Outcome {

        /** It was not here before. */
        record Imported(String name) implements Outcome {}

        /** It was here and says something else now. */
        record Updated(String name) implements Outcome {}

        /** It was here and says the same. */
        record Unchanged(String name) implements Outcome {}

        /** Somebody is editing it. */
        record Held(String why) implements Outcome {}

        /** It cannot be taken. */
        record Refused(String why) implements Outcome {}
    }

    /** @throws ObjectRefused when the text may not be stored */
    public Outcome put(Principal actor, CalendarCollection calendar, String ical) {
        return put(actor, calendar, ObjectText.read(ical));
    }

    /** The same of a text that was read before. */
    public Outcome put(Principal actor, CalendarCollection calendar, ObjectText text) {
        return put(Origin.imported(actor), calendar, text);
    }

    /** The same, told to whom the origin says. */
    public Outcome put(Origin origin, CalendarCollection calendar, ObjectText text) {
        if (!calendar.components().contains(text.component().name())) {
            return new Outcome.Refused(text.component() + " is not kept in this calendar");
        }
        if (!objects.lockCalendar(calendar.home(), calendar.id())) return new Outcome.Refused("The calendar is gone");
        var id = Ids.next();
        var place = new Place(calendar.home(), calendar.id(), id, id + ".ics");
        var rivals = objects.rivals(place, text.uid());
        var present = rivals.stream()
                .filter(rival -> rival.row().calId().equals(calendar.id()))
                .findFirst()
                .orElse(null);
        if (present != null) return renew(origin, calendar, present, text);
        if (text.scheduled() && rivals.stream().anyMatch(rival -> rival.schedRole() > 0)) {
            return new Outcome.Refused("The meeting is in another calendar already");
        }
        return new Outcome.Imported(write(origin, calendar, place, null, text));
    }

    /** For all but what is the actor's alone; its name. */
    private String write(
            Origin origin, CalendarCollection calendar, Place place, @Nullable Rival before, ObjectText text) {
        var part = Part.of(calendar, text, before);
        var written = before != null && !part.changes(before)
                ? ObjectWriter.object(before)
                : writer.write(origin, place, before == null ? null : before.row(), part.shared());
        if (calendar.shared()) {
            var named = new Place(place.home(), place.calendar(), written.id(), written.name());
            var own = before == null
                    ? Own.NOTHING
                    : overlays.find(place.home(), written.id(), origin.actor().id());
            overlays.keep(named, origin.actor().id(), own, part.overlay());
        }
        return written.name();
    }

    /** UIDs of all that the calendar holds. */
    public List<Uid> uids(CalendarCollection calendar) {
        return objects.uids(calendar.home(), calendar.id());
    }

    /** For good, and nobody is told by mail; what is not there is gone already. */
    public void remove(Principal actor, CalendarCollection calendar, Uid uid) {
        if (!objects.lockCalendar(calendar.home(), calendar.id())) return;
        objects.rivals(new Place(calendar.home(), calendar.id(), Ids.next(), ""), uid).stream()
                .filter(rival -> rival.row().calId().equals(calendar.id()))
                .forEach(rival -> writer.erase(Origin.imported(actor), rival));
    }

    private Outcome renew(Origin origin, CalendarCollection calendar, Rival present, ObjectText text) {
        var row = present.row();
        if (ObjectMask.hides(calendar, row.text())) {
            return new Outcome.Refused("The event here is private");
        }
        if (Component.of(present.comp()) != text.component()) {
            return new Outcome.Refused("The UID is in use here by another kind of object");
        }
        if (meant(row.text()).equals(meant(text.text()))) return new Outcome.Unchanged(row.name());
        var holder = guard.holder(origin.actor(), present);
        if (holder.isPresent()) {
            return new Outcome.Held(holder.get().principal().name() + " is editing the event");
        }
        var place = new Place(row.homeId(), row.calId(), row.objId(), row.name());
        return new Outcome.Updated(write(origin, calendar, place, present, text));
    }

    /** Components without when their text was made: some servers say another moment each time. */
    private static Set<String> meant(String ical) {
        var components = new HashSet<String>();
        for (var item : ContentReader.calendar(ical).items()) {
            if (!(item instanceof Block block) || block.name().equals("VTIMEZONE")) continue;
            components.add(block.edit(items -> {
                        items.removeIf(line -> line.name().equals("DTSTAMP"));
                        return items;
                    })
                    .raw());
        }
        return components;
    }
}
