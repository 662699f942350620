package org.kalends.room.domain;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal;
import org.kalends.time.Interval;

/** When an event needs which rooms. */
public final class RoomSlots {

    private RoomSlots() {}

    /** @param rooms of the event, by the address that it lists them with */
    public static List<Slot> of(EventSeries series, Map<CalendarAddress, Principal> rooms, Interval range) {
        return rooms.values().stream()
                .map(Principal::zone)
                .distinct()
                .flatMap(zone ->
                        Expander.expand(series, range, zone).stream().flatMap(instance -> slots(instance, rooms, zone)))
                .filter(new HashSet<>()::add)
                .toList();
    }

    /** A day begins and ends where the room is, so each zone looks at its own rooms. */
    private static Stream<Slot> slots(Instance instance, Map<CalendarAddress, Principal> rooms, ZoneId zone) {
        if (instance.component().labels().status() == Status.CANCELLED) return Stream.empty();
        return instance.component().attendees().stream()
                .filter(RoomSlots::wanted)
                .flatMap(attendee -> Stream.ofNullable(rooms.get(attendee.address())))
                .filter(room -> room.zone().equals(zone))
                .map(room -> new Slot(room.id(), instance.recurrenceId().instant(ZoneOffset.UTC), instance.period()));
    }

    public static boolean isRoom(Attendee attendee) {
        return attendee.kind() == Attendee.Kind.ROOM || attendee.kind() == Attendee.Kind.RESOURCE;
    }

    /** A room that declined is free for others. */
    public static boolean wanted(Attendee room) {
        return room.status() != ParticipationStatus.DECLINED;
    }
}
