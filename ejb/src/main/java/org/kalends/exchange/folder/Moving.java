package org.kalends.exchange.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.Calendars;
import org.kalends.event.EventCopies;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.PageStoring.Place;
import org.kalends.exchange.folder.store.TakenStore;
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

    /** In which calendars the events of a page are, by UID. */
    Map<Uid, UUID> here(Place to, Collection<Ready> items) {
        return taken.calendars(to.home(), items.stream().map(Ready::uid).toList());
    }

    /**
     * The calendar for an item: that of its folder, into which an event is moved that is elsewhere. Only what was moved
     * here, since it was last known to be the same, stays where it is.
     *
     * @param calendar that stands for the folder in which the item lies
     * @param lies where the event is here; null where it is not
     */
    CalendarCollection calendar(Place to, CalendarCollection calendar, @Nullable UUID lies, Ready item) {
        if (lies == null || lies.equals(calendar.id())) return calendar;
        var before = taken.find(to.home(), item.uid());
        boolean stays =
                before.isPresent() && !lies.equals(standing(to, before.get().folder()));
        if (stays) return calendars.find(to.owner(), lies.toString());
        copies.find(to.home(), item.uid()).ifPresent(event -> copies.move(event, calendar.id()));
        return calendar;
    }

    private UUID standing(Place to, String folder) {
        return taken.calendar(to.home(), folder)
                .orElseGet(() -> calendars.find(to.owner(), Access.DEFAULT).id());
    }
}
