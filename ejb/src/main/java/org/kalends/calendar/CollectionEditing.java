package org.kalends.calendar;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kalends.calendar.store.CollectionStore;
import org.kalends.calendar.store.DeadPropertyStore;
import org.kalends.database.Ids;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.sharing.Level;
import org.kalends.sharing.store.ShareStore;
import org.kalends.sharing.store.ShareStore.Bind;

/** Calendars made, named and changed by their clients; all of a change or nothing. */
@Stateless
public class CollectionEditing {

    private static final int MOST = 200;
    private static final int LARGEST_PROPERTY = 64 * 1024;
    private static final int LARGEST_TOGETHER = 1024 * 1024;

    @Inject
    CollectionStore store;

    @Inject
    DeadPropertyStore properties;

    @Inject
    ShareStore shares;

    /**
     * A new calendar at that address of one's own home.
     *
     * @throws CalendarException 409 when something is there, or there are too many
     */
    public UUID create(Principal owner, String uri, CollectionChange wanted, List<DeadProperty> dead) {
        if (store.count(owner.id()) >= MOST) {
            throw new CalendarException(Problem.CONFLICT, "There may be no more than " + MOST + " calendars");
        }
        var id = Ids.next();
        if (!store.add(owner, id, uri, wanted)) throw new CalendarException(Problem.CONFLICT, "The name is taken");
        keep(
                owner,
                id,
                dead.stream()
                        .map(d -> new DeadProperty(id, d.namespace(), d.name(), d.xml()))
                        .toList());
        return id;
    }

    /**
     * Of a calendar of others, what it is called and how it looks for him alone.
     *
     * @throws CalendarException 403 where he may do less
     */
    public void change(
            Principal viewer, CalendarCollection calendar, CollectionChange wanted, List<DeadProperty> dead) {
        if (calendar.shared()) bind(viewer, calendar, wanted);
        else store.change(calendar.home(), calendar.id(), wanted);
        keep(viewer, calendar.id(), dead);
    }

    private void bind(Principal viewer, CalendarCollection calendar, CollectionChange wanted) {
        boolean common = wanted.description() != null || wanted.rules().zone() != null;
        Access.check(calendar, common ? Level.MANAGE : Level.WRITE);
        if (common) {
            var zone = CollectionChange.Rules.NONE.inZone(wanted.rules().zone());
            var change = new CollectionChange(null, wanted.description(), null, null, zone, SubscriptionChange.NONE);
            store.change(calendar.home(), calendar.id(), change);
        }
        var rules = wanted.rules();
        var own = new Bind(wanted.name(), wanted.color(), wanted.position(), rules.transparent(), rules.reminders());
        shares.bind(viewer.id(), calendar.home(), calendar.id(), own);
    }

    /** Another address in the same home; false when something is there. */
    public boolean rename(CalendarCollection calendar, String uri) {
        Access.check(calendar, Level.OWNER);
        return store.find(calendar.home(), uri).isEmpty() && store.rename(calendar.home(), calendar.id(), uri);
    }

    public void keep(Principal owner, UUID resource, List<DeadProperty> dead) {
        if (dead.isEmpty()) return;
        for (var property : dead) {
            if (property.xml().length() > LARGEST_PROPERTY) throw tooMuch();
            properties.put(owner.id(), owner.id(), property);
        }
        int together = properties.of(owner.id(), owner.id(), List.of(resource)).stream()
                .mapToInt(property -> property.xml().length())
                .sum();
        if (together > LARGEST_TOGETHER) throw tooMuch();
    }

    private static CalendarException tooMuch() {
        return new CalendarException(
                Problem.TOO_LARGE, "A property may have 64 KiB, those of a calendar 1 MiB together");
    }

    /** One statement for all. */
    public List<DeadProperty> dead(Principal viewer, UUID home, Collection<UUID> resources) {
        return resources.isEmpty() ? List.of() : properties.of(home, viewer.id(), resources);
    }
}
