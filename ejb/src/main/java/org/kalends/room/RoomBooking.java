package org.kalends.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange;
import org.kalends.event.EventChange.Cause;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Expander;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Labels.Status;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.problem.CalendarException;
import org.kalends.problem.FieldError;
import org.kalends.problem.Problem;
import org.kalends.room.store.BookingStore;
import org.kalends.room.store.BookingStore.Conflict;
import org.kalends.room.store.BookingStore.Slot;
import org.kalends.time.Interval;

/** Books the rooms of an event in the transaction that saves it: taken rooms refuse the save. */
@ApplicationScoped
public class RoomBooking {

    /** Farther ahead nobody holds a room. */
    private static final Duration HORIZON = Duration.ofDays(366);

    private static final int MOST_CONFLICTS_TOLD = 10;

    @Inject
    Directory directory;

    @Inject
    BookingStore bookings;

    void observe(@Observes EventChange change) {
        if (change.cause() != Cause.PERSON) return;
        boolean had = mayHaveRooms(change.before());
        if ((!had && !mayHaveRooms(change.after())) || !byOrganizer(change)) return;
        var uid = change.series().uid();
        if (had) bookings.release(change.home(), uid, change.at());
        var after = change.after();
        if (after == null) return;
        var rooms = rooms(after);
        var slots = slots(after, rooms, change.at());
        if (slots.isEmpty()) return;
        bookings.lock(slots.stream().map(Slot::room).distinct().toList());
        var conflicts = bookings.conflicts(slots, MOST_CONFLICTS_TOLD);
        if (!conflicts.isEmpty()) throw busy(conflicts, rooms.values());
        bookings.book(change.home(), uid, slots);
    }

    private boolean byOrganizer(EventChange change) {
        var organizer = change.series().lead().organizer();
        return organizer != null && directory.addressesOf(change.home()).contains(organizer.address());
    }

    /** Kinds are set from the directory when an event is saved. */
    private static boolean mayHaveRooms(@Nullable EventSeries series) {
        return series != null
                && series.stream().flatMap(c -> c.attendees().stream()).anyMatch(RoomBooking::isRoom);
    }

    private static boolean isRoom(Attendee attendee) {
        return attendee.kind() == Attendee.Kind.ROOM || attendee.kind() == Attendee.Kind.RESOURCE;
    }

    private Map<CalendarAddress, Principal> rooms(EventSeries series) {
        Set<CalendarAddress> addresses = series.stream()
                .flatMap(c -> c.attendees().stream())
                .filter(RoomBooking::isRoom)
                .map(Attendee::address)
                .collect(Collectors.toSet());
        var found = directory.byAddress(addresses);
        found.values().removeIf(p -> p.kind() != Kind.ROOM && p.kind() != Kind.RESOURCE);
        return found;
    }

    private static List<Slot> slots(EventSeries series, Map<CalendarAddress, Principal> rooms, Instant now) {
        if (rooms.isEmpty()) return List.of();
        var zone = rooms.values().iterator().next().zone();
        var slots = new ArrayList<Slot>();
        var seen = new HashSet<String>();
        for (var instance : Expander.expand(series, new Interval(now, now.plus(HORIZON)), zone)) {
            if (instance.component().labels().status() == Status.CANCELLED) continue;
            for (var attendee : instance.component().attendees()) {
                var room = rooms.get(attendee.address());
                if (room != null && seen.add(room.id() + " " + rid(instance))) {
                    slots.add(new Slot(room.id(), rid(instance), instance.period()));
                }
            }
        }
        return slots;
    }

    private static Instant rid(Instance instance) {
        return instance.recurrenceId().instant(ZoneOffset.UTC);
    }

    /** Says which room, when, and until when it is taken; not by whom or for what. */
    private static CalendarException busy(List<Conflict> conflicts, Iterable<Principal> rooms) {
        var errors = new ArrayList<FieldError>();
        for (var conflict : conflicts) {
            errors.add(new FieldError(
                    "attendees",
                    name(conflict, rooms) + " is taken at " + conflict.wanted().start() + " until "
                            + conflict.takenUntil()));
        }
        var first = conflicts.get(0);
        return new CalendarException(
                Problem.ROOM_BUSY,
                errors.get(0).message(),
                errors,
                Map.of(
                        "room", name(first, rooms),
                        "start", first.wanted().start(),
                        "end", first.wanted().end(),
                        "busyUntil", first.takenUntil()));
    }

    private static String name(Conflict conflict, Iterable<Principal> rooms) {
        for (var room : rooms) {
            if (room.id().equals(conflict.room())) return room.name();
        }
        return conflict.room().toString();
    }
}
