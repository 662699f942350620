package org.kalends.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange;
import org.kalends.event.EventChange.Cause;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.recurrence.Expander;
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
        if (change.cause() != Cause.PERSON) {
            giveBack(change);
            return;
        }
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

    /** A room's "no" has reached the organizer: what it was booked for is free for others. */
    private void giveBack(EventChange change) {
        var before = change.before();
        var after = change.after();
        if (before == null || after == null || declined(after).equals(declined(before)) || !byOrganizer(change)) return;
        bookings.release(change.home(), after.uid(), change.at());
        bookings.book(change.home(), after.uid(), slots(after, rooms(after), change.at()));
    }

    private static List<Attendee> declined(EventSeries series) {
        return series.stream()
                .flatMap(c -> c.attendees().stream())
                .filter(attendee -> isRoom(attendee) && !wanted(attendee))
                .toList();
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
        var slots = new ArrayList<Slot>();
        var range = new Interval(now, now.plus(HORIZON));
        rooms.values().stream()
                .map(Principal::zone)
                .distinct()
                .flatMap(zone ->
                        Expander.expand(series, range, zone).stream().flatMap(instance -> slots(instance, rooms, zone)))
                .filter(new HashSet<>()::add)
                .forEach(slots::add);
        return slots;
    }

    /** A day begins and ends where the room is, so each zone looks at its own rooms. */
    private static Stream<Slot> slots(Instance instance, Map<CalendarAddress, Principal> rooms, ZoneId zone) {
        if (instance.component().labels().status() == Status.CANCELLED) return Stream.empty();
        return instance.component().attendees().stream()
                .filter(RoomBooking::wanted)
                .flatMap(attendee -> Stream.ofNullable(rooms.get(attendee.address())))
                .filter(room -> room.zone().equals(zone))
                .map(room -> new Slot(room.id(), rid(instance), instance.period()));
    }

    /** A room that declined is free for others. */
    private static boolean wanted(Attendee room) {
        return room.status() != ParticipationStatus.DECLINED;
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
                        "busyUntil", first.takenUntil(),
                        "conflicts",
                                conflicts.stream().map(c -> Taken.of(c, rooms)).toList()));
    }

    /** One conflict as programs read it. */
    private record Taken(String room, String address, Instant start, Instant end, Instant busyUntil) {
        static Taken of(Conflict conflict, Iterable<Principal> rooms) {
            var room = asked(conflict, rooms);
            var wanted = conflict.wanted();
            return new Taken(room.name(), room.address().value(), wanted.start(), wanted.end(), conflict.takenUntil());
        }
    }

    private static String name(Conflict conflict, Iterable<Principal> rooms) {
        return asked(conflict, rooms).name();
    }

    private static Principal asked(Conflict conflict, Iterable<Principal> rooms) {
        for (var room : rooms) {
            if (room.id().equals(conflict.room())) return room;
        }
        throw new IllegalStateException("only rooms that were asked for can be in conflict");
    }
}
