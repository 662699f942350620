package org.kalends.room;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.room.store.RoomStore;
import org.kalends.time.Interval;

/** Rooms by what they offer, and whether a time is free. */
@Stateless
public class RoomSearch {

    @Inject
    RoomStore rooms;

    /** @param site empty for any */
    public record Wish(Interval when, int capacity, List<String> equipment, String site) {}

    /** @param busyUntil null when free */
    public record Found(
            UUID id,
            String name,
            String address,
            @Nullable Integer capacity,
            List<String> equipment,
            String site,
            String floor,
            @Nullable Instant busyUntil) {}

    /** The free ones first, the smallest that is large enough before larger ones. */
    public List<Found> find(Wish wish) {
        return rooms.find(wish);
    }
}
