package org.kalends.exchange.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.Calendars;
import org.kalends.event.EventCopies;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.PageStoring.Place;
import org.kalends.exchange.folder.store.TakenStore;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.icalendar.Uid;

/** Events that are here already, in whatever calendar: none of them comes a second time into another one. */
@ApplicationScoped
class Moving {

    @Inject
    TakenStore taken;

    @Inject
    EventCopies copies;

    @Inject
    Calendars calendars;

    /**
     * Where events of a page are, and where they were there.
     *
     * @param here calendars, by UID
     * @param there what was last known of the items, by UID
     */
    record Known(Map<Uid, UUID> here, Map<Uid, Taken> there) {}

    Known known(Place to, Collection<Ready> items) {
        var uids = items.stream().map(Ready::uid).toList();
        return new Known(taken.calendars(to.home(), uids), taken.of(to.home(), uids));
    }

    /**
     * The calendar for an item: that of its folder, into which an event is moved that is elsewhere. Only what was moved
     * here, since it was last known to be the same, stays where it is.
     *
     * @param calendar that stands for the folder in which the item lies
     */
    CalendarCollection calendar(Place to, CalendarCollection calendar, Known known, Ready item) {
        var lies = known.here().get(item.uid());
        if (lies == null || lies.equals(calendar.id())) return calendar;
        var before = known.there().get(item.uid());
        boolean stays = before != null && !lies.equals(standing(to, before.folder()));
        if (stays) return calendars.find(to.owner(), lies.toString());
        copies.find(to.home(), item.uid()).ifPresent(event -> copies.move(event, calendar.id()));
        return calendar;
    }

    private UUID standing(Place to, String folder) {
        return taken.calendar(to.home(), folder)
                .orElseGet(() -> calendars.find(to.owner(), Access.DEFAULT).id());
    }
}
