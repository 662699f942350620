package org.kalends.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.room.RoomRules.Asked;
import org.kalends.room.RoomRules.Judged;
import org.kalends.room.domain.RoomPolicy.Mode;
import org.kalends.room.domain.RoomPolicy.Refusal;
import org.kalends.room.domain.RoomSlots;
import org.kalends.room.domain.Slot;
import org.kalends.room.store.BookingStore;
import org.kalends.room.store.BookingStore.Conflict;
import org.kalends.time.Interval;

/** What a room answers to an invitation: what was booked for it is a yes, unless its approver is to be asked. */
@ApplicationScoped
public class RoomAnswers {

    @Inject
    RoomRules rules;

    @Inject
    BookingStore bookings;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /**
     * An answer.
     *
     * @param status to all but the instances that are declined; NEEDS-ACTION when the approver is asked
     * @param comment why it is declined, whole or in parts; null when it is not
     * @param declined RECURRENCE-IDs of instances, as instants
     */
    public record RoomAnswer(ParticipationStatus status, @Nullable String comment, Set<Instant> declined) {

        public ParticipationStatus to(@Nullable Instant instance) {
            return instance != null && declined.contains(instance) ? ParticipationStatus.DECLINED : status;
        }
    }

    /**
     * The answer of a room. What the organizer's save did not book, as his program did not say that this is a room, is
     * booked now.
     *
     * @param self all addresses of the room
     */
    public RoomAnswer answer(Principal room, Set<CalendarAddress> self, EventSeries series) {
        var now = clock.instant();
        var slots = slots(room, self, series, now);
        var organizer = organizer(series);
        var judged = rules.judge(new Asked(organizer, series, List.of(room), now), slots);
        var whole = judged.whole().get(room.id());
        if (whole != null || organizer == null) return no(whole == null ? Refusal.NOT_ALLOWED : whole);
        var mode = judged.modes().get(room.id());
        var lost = judged.parts().keySet().stream().map(Slot::rid).collect(Collectors.toSet());
        if (mode != Mode.ALWAYS)
            lost.addAll(taken(new Booking(organizer, series.uid(), room.id(), now), judged, slots));
        if (!RoomRules.tolerable(lost.size(), slots.size())) {
            bookings.keepOnly(organizer, series.uid(), room.id(), Set.of(), now);
            return no(reason(judged));
        }
        var status = mode == Mode.ASK ? ParticipationStatus.NEEDS_ACTION : ParticipationStatus.ACCEPTED;
        return new RoomAnswer(status, lost.isEmpty() ? null : reason(judged).words(), lost);
    }

    private record Booking(UUID organizer, Uid uid, UUID room, Instant at) {}

    /** Books what is not booked yet. @return what others have */
    private Set<Instant> taken(Booking booking, Judged judged, List<Slot> slots) {
        var held = bookings.held(booking.room(), booking.uid());
        var wanted = slots.stream().filter(judged::books).toList();
        if (held.containsAll(wanted)) return Set.of();
        bookings.lock(Set.of(booking.room()));
        var kept = wanted.stream().filter(held::contains).map(Slot::rid).collect(Collectors.toSet());
        bookings.keepOnly(booking.organizer(), booking.uid(), booking.room(), kept, booking.at());
        var missing = wanted.stream().filter(slot -> !held.contains(slot)).toList();
        var periods = bookings.conflicts(missing, missing.size()).stream()
                .map(Conflict::wanted)
                .collect(Collectors.toSet());
        var parts = missing.stream().collect(Collectors.partitioningBy(slot -> periods.contains(slot.period())));
        bookings.book(booking.organizer(), booking.uid(), parts.getOrDefault(false, List.of()));
        return parts.getOrDefault(true, List.of()).stream().map(Slot::rid).collect(Collectors.toSet());
    }

    /**
     * What was cancelled is free again.
     *
     * @param left what the room still has of the event
     */
    public void release(Principal room, Set<CalendarAddress> self, EventSeries left) {
        var organizer = organizer(left);
        if (organizer == null) return;
        var now = clock.instant();
        var kept = slots(room, self, left, now).stream().map(Slot::rid).collect(Collectors.toSet());
        bookings.keepOnly(organizer, left.uid(), room.id(), kept, now);
    }

    private static List<Slot> slots(Principal room, Set<CalendarAddress> self, EventSeries series, Instant now) {
        var rooms = new HashMap<CalendarAddress, Principal>();
        self.forEach(address -> rooms.put(address, room));
        return RoomSlots.of(series, rooms, new Interval(now, now.plus(RoomBooking.HORIZON)));
    }

    private static Refusal reason(Judged judged) {
        return judged.parts().values().stream().findFirst().orElse(Refusal.TAKEN);
    }

    private static RoomAnswer no(Refusal why) {
        return new RoomAnswer(ParticipationStatus.DECLINED, why.words(), Set.of());
    }

    private @Nullable UUID organizer(EventSeries series) {
        var organizer = series.lead().organizer();
        if (organizer == null) return null;
        var found = directory.byAddress(Set.of(organizer.address())).get(organizer.address());
        return found == null ? null : found.id();
    }
}
