package org.kalends.room;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kalends.room.domain.FoundRoom;
import org.kalends.room.domain.RoomWish;
import org.kalends.room.store.RoomStore;

/** Rooms by what they offer, and whether a time is free. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS) // a read needs no beginning and no commit
public class RoomSearch {

    @Inject
    RoomStore rooms;

    @Inject
    Clock clock;

    /** Until when bookings are kept; farther ahead a room only knows what it was invited to. */
    public Instant bookedUntil() {
        return clock.instant().plus(RoomBooking.HORIZON);
    }

    /** The free ones first, the smallest that is large enough before larger ones. */
    public List<FoundRoom> find(RoomWish wish) {
        return rooms.find(wish);
    }
}
