package org.kalends.exchange.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.event.EventCopies;
import org.kalends.event.Origin;
import org.kalends.event.StoredEvent;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Organizer;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;

/**
 * Exchange takes the words out of what rooms are booked for, and writes the organizer's name instead of the subject. Where
 * the organizer's own copy is here, a room's has its words, whichever of both mailboxes comes first.
 *
 * @see <a href="https://learn.microsoft.com/en-us/powershell/module/exchange/set-calendarprocessing">DeleteSubject, AddOrganizerToSubject, DeleteComments</a>
 */
@ApplicationScoped
class RoomCopies {

    @Inject
    Directory directory;

    @Inject
    EventCopies copies;

    /** Items of a room's mailbox with the words of those who booked it. */
    List<Ready> worded(Principal owner, List<Ready> items) {
        if (owner.kind() != Principal.Kind.ROOM) return items;
        var organizers = items.stream()
                .flatMap(item -> organizer(item.text().events()).stream())
                .collect(Collectors.toSet());
        var known = directory.byAddress(organizers);
        return items.stream().map(item -> worded(item, known)).toList();
    }

    private Ready worded(Ready item, Map<CalendarAddress, Principal> known) {
        var series = item.text().events();
        return organizer(series)
                .map(known::get)
                .flatMap(organizer -> copies.look(organizer.id(), series.uid()))
                .map(own -> item.with(item.text().with(worded(series, own.series()))))
                .orElse(item);
    }

    private static Optional<CalendarAddress> organizer(EventSeries series) {
        return Optional.ofNullable(series.lead().organizer()).map(Organizer::address);
    }

    private static EventSeries worded(EventSeries room, EventSeries own) {
        return room.each(component -> component.withDetails(
                words(component, own).details().withFiles(component.details().files())));
    }

    private static EventComponent words(EventComponent component, EventSeries own) {
        return own.stream()
                .filter(one -> Objects.equals(one.recurrenceId(), component.recurrenceId()))
                .findFirst()
                .orElseGet(own::lead);
    }

    /** Gives the words of what this home organizes to the rooms that are booked for it. */
    void give(Principal owner, Collection<Ready> items) {
        var meetings = items.stream()
                .map(item -> item.text().events())
                .filter(series ->
                        organizer(series).filter(owner.address()::equals).isPresent())
                .toList();
        var guests = meetings.stream().flatMap(RoomCopies::guests).collect(Collectors.toSet());
        var rooms = directory.byAddress(guests).values().stream()
                .filter(one -> one.kind() == Principal.Kind.ROOM)
                .collect(Collectors.toMap(Principal::address, Function.identity()));
        if (!rooms.isEmpty()) meetings.forEach(series -> give(series, rooms));
    }

    private void give(EventSeries own, Map<CalendarAddress, Principal> rooms) {
        guests(own).map(rooms::get).filter(Objects::nonNull).distinct().forEach(room -> copies.find(
                        room.id(), own.uid())
                .filter(copy -> organizer(copy.series()).equals(organizer(own)))
                .ifPresent(copy -> give(own, room, copy)));
    }

    private void give(EventSeries own, Principal room, StoredEvent copy) {
        var worded = worded(copy.series(), own);
        if (!worded.equals(copy.series())) copies.replace(copy, worded, Origin.imported(room));
    }

    private static Stream<CalendarAddress> guests(EventSeries series) {
        return series.stream().flatMap(one -> one.attendees().stream()).map(Attendee::address);
    }
}
