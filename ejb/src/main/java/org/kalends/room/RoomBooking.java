package org.kalends.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange;
import org.kalends.event.EventChange.Cause;
import org.kalends.event.HandedOver;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.FieldError;
import org.kalends.problem.Problem;
import org.kalends.room.RoomRules.Asked;
import org.kalends.room.domain.RoomSlots;
import org.kalends.room.domain.RoomTime;
import org.kalends.room.domain.Slot;
import org.kalends.room.store.BookingStore;
import org.kalends.room.store.BookingStore.Conflict;
import org.kalends.room.store.ReachStore;
import org.kalends.time.Interval;

/**
 * Books the rooms of an event in the transaction that saves it: taken rooms refuse the save. What the event had asked
 * for before is no reason to refuse another change of it: if others took that meanwhile, the room declines it.
 */
@ApplicationScoped
public class RoomBooking {

    /** Farther ahead nobody holds a room. */
    static final Duration HORIZON = Duration.ofDays(366);

    private static final int MOST_CONFLICTS_TOLD = 10;

    @Inject
    InvitedRooms invited;

    @Inject
    BookingStore bookings;

    @Inject
    ReachStore reaches;

    @Inject
    RoomRules rules;

    @Inject
    Event<RoomRefused> refused;

    void observe(@Observes EventChange change) {
        if (change.cause() != Cause.PERSON) {
            giveBack(change);
            return;
        }
        boolean had = mayHaveRooms(change.before());
        if ((!had && !mayHaveRooms(change.after())) || !invited.organizes(change.home(), change.series())) return;
        var uid = change.series().uid();
        if (had) bookings.release(change.home(), uid, change.at());
        var after = change.after();
        if (after == null) {
            reaches.remove(change.home(), uid);
            return;
        }
        var before = change.before();
        var rooms = before == null ? invited.of(after) : invited.of(before, after);
        var slots = RoomSlots.of(after, rooms, ahead(change.at()));
        reach(change, after);
        if (slots.isEmpty()) return;
        var asked = new Asked(change.home(), after, Set.copyOf(rooms.values()), change.at());
        var judged = rules.judge(asked, slots);
        book(change, rooms, slots.stream().filter(judged::books).toList());
    }

    /** The rooms stay with the event. */
    void observe(@Observes HandedOver handover) {
        var uid = handover.after().uid();
        bookings.handOver(handover.from().id(), handover.to().id(), uid);
        reaches.handOver(handover.from().id(), handover.to().id(), uid);
    }

    private void book(EventChange change, Map<CalendarAddress, Principal> rooms, List<Slot> slots) {
        if (slots.isEmpty()) return;
        var before = change.before();
        var uid = change.series().uid();
        bookings.lock(slots.stream().map(Slot::room).distinct().toList());
        var conflicts = bookings.conflicts(slots, slots.size());
        var asked = before == null ? Set.<RoomTime>of() : times(RoomSlots.of(before, rooms, ahead(change.at())));
        var clashes = conflicts.stream()
                .filter(conflict -> !asked.contains(time(conflict)) && !tolerable(conflict, conflicts, slots))
                .limit(MOST_CONFLICTS_TOLD)
                .toList();
        if (!clashes.isEmpty()) throw busy(clashes, rooms.values());
        var taken = conflicts.stream().map(RoomBooking::time).collect(Collectors.toSet());
        var parts = slots.stream().collect(Collectors.partitioningBy(slot -> taken.contains(RoomTime.of(slot))));
        bookings.book(change.home(), uid, parts.getOrDefault(false, List.of()));
        RoomRefused.of(uid, parts.getOrDefault(true, List.of())).forEach(refused::fire);
    }

    /** Of a long series a few instances may be without the room; it declines those. */
    private static boolean tolerable(Conflict conflict, List<Conflict> all, List<Slot> slots) {
        var lost = all.stream().filter(c -> c.room().equals(conflict.room())).count();
        var wanted =
                slots.stream().filter(s -> s.room().equals(conflict.room())).count();
        return RoomRules.tolerable((int) lost, (int) wanted);
    }

    private static Set<RoomTime> times(List<Slot> slots) {
        return slots.stream().map(RoomTime::of).collect(Collectors.toSet());
    }

    private static RoomTime time(Conflict conflict) {
        return new RoomTime(conflict.room(), conflict.wanted());
    }

    /** What goes on beyond the horizon is booked on each night. */
    private void reach(EventChange change, EventSeries after) {
        var until = change.at().plus(HORIZON);
        boolean goesOn = mayHaveRooms(after) && !RoomRolling.endsBefore(after, until);
        if (goesOn) reaches.put(change.home(), after.uid(), until);
        else reaches.remove(change.home(), after.uid());
    }

    /** A room's "no" has reached the organizer: what it was booked for is free for others. */
    private void giveBack(EventChange change) {
        var before = change.before();
        var after = change.after();
        if (before == null || after == null || declined(after).equals(declined(before))) return;
        if (!invited.organizes(change.home(), after)) return;
        var rooms = invited.of(after);
        var kept = RoomSlots.of(after, rooms, ahead(change.at())).stream()
                .collect(Collectors.groupingBy(Slot::room, Collectors.mapping(Slot::rid, Collectors.toSet())));
        for (var room : rooms.values()) {
            bookings.keepOnly(
                    change.home(), after.uid(), room.id(), kept.getOrDefault(room.id(), Set.of()), change.at());
        }
    }

    private static List<Attendee> declined(EventSeries series) {
        return series.stream()
                .flatMap(c -> c.attendees().stream())
                .filter(attendee -> RoomSlots.isRoom(attendee) && !RoomSlots.wanted(attendee))
                .toList();
    }

    private static Interval ahead(Instant now) {
        return new Interval(now, now.plus(HORIZON));
    }

    /** Kinds are set from the directory when an event is saved. */
    private static boolean mayHaveRooms(@Nullable EventSeries series) {
        return series != null
                && series.stream().flatMap(c -> c.attendees().stream()).anyMatch(RoomSlots::isRoom);
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
