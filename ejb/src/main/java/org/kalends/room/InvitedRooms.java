package org.kalends.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.room.domain.RoomSlots;

/** The rooms and resources among those invited. */
@ApplicationScoped
class InvitedRooms {

    @Inject
    Directory directory;

    Map<CalendarAddress, Principal> of(EventSeries... states) {
        Set<CalendarAddress> addresses = Stream.of(states)
                .flatMap(EventSeries::stream)
                .flatMap(c -> c.attendees().stream())
                .filter(RoomSlots::isRoom)
                .map(Attendee::address)
                .collect(Collectors.toSet());
        var found = directory.byAddress(addresses);
        found.values().removeIf(p -> p.kind() != Kind.ROOM && p.kind() != Kind.RESOURCE);
        return found;
    }

    boolean organizes(java.util.UUID home, EventSeries series) {
        var organizer = series.lead().organizer();
        return organizer != null && directory.addressesOf(home).contains(organizer.address());
    }
}
