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

    public void change(Principal owner, UUID calendar, CollectionChange wanted, List<DeadProperty> dead) {
        store.change(owner.id(), calendar, wanted);
        keep(owner, calendar, dead);
    }

    /** Another address in the same home; false when something is there. */
    public boolean rename(Principal owner, UUID calendar, String uri) {
        return store.find(owner.id(), uri).isEmpty() && store.rename(owner.id(), calendar, uri);
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
