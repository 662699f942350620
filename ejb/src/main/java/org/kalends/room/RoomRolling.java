package org.kalends.room;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kalends.event.EventCopies;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.SeriesSpan;
import org.kalends.room.domain.RoomSlots;
import org.kalends.room.domain.RoomTime;
import org.kalends.room.domain.Slot;
import org.kalends.room.store.BookingStore;
import org.kalends.room.store.ReachStore;
import org.kalends.room.store.ReachStore.Reach;
import org.kalends.time.Interval;

/**
 * Rooms of long series, booked on as time goes. What others took meanwhile is theirs: the room declines those
 * instances and keeps the rest.
 */
@Stateless
public class RoomRolling {

    private static final int LOT = 50;
    private static final Duration DAILY = Duration.ofDays(1);

    @Inject
    ReachStore reaches;

    @Inject
    BookingStore bookings;

    @Inject
    InvitedRooms rooms;

    @Inject
    EventCopies copies;

    @Inject
    Event<RoomRefused> refused;

    @Inject
    Clock clock;

    /** Books some series up to today's horizon; zero when all are. */
    public int roll() {
        var end = clock.instant().plus(RoomBooking.HORIZON);
        var due = reaches.endingBefore(end.minus(DAILY), LOT);
        due.forEach(reach -> copies.find(reach.home(), reach.uid())
                .ifPresentOrElse(
                        copy -> roll(reach, copy.series(), end), () -> reaches.remove(reach.home(), reach.uid())));
        return due.size();
    }

    private void roll(Reach reach, EventSeries series, Instant end) {
        var now = clock.instant();
        var from = reach.until().isBefore(now) ? now : reach.until();
        var slots = new ArrayList<>(RoomSlots.of(series, rooms.of(series), new Interval(from, end)));
        slots.removeIf(slot -> slot.period().start().isBefore(from)); // booked before
        if (!slots.isEmpty()) book(reach, slots);
        if (endsBefore(series, end)) reaches.remove(reach.home(), reach.uid());
        else reaches.put(reach.home(), reach.uid(), end);
    }

    private void book(Reach reach, List<Slot> slots) {
        bookings.lock(slots.stream().map(Slot::room).distinct().toList());
        var taken = bookings.conflicts(slots, slots.size()).stream()
                .map(conflict -> new RoomTime(conflict.room(), conflict.wanted()))
                .collect(Collectors.toSet());
        var parts = slots.stream().collect(Collectors.partitioningBy(slot -> taken.contains(RoomTime.of(slot))));
        bookings.book(reach.home(), reach.uid(), parts.getOrDefault(false, List.of()));
        RoomRefused.of(reach.uid(), parts.getOrDefault(true, List.of())).forEach(refused::fire);
    }

    static boolean endsBefore(EventSeries series, Instant moment) {
        var end = SeriesSpan.of(series).end();
        return end != null && !end.isAfter(moment);
    }
}
