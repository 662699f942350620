package org.kalends.room.domain;

import java.util.UUID;
import org.kalends.time.Interval;

/** A room for a while, whatever it is for. */
public record RoomTime(UUID room, Interval period) {

    public static RoomTime of(Slot slot) {
        return new RoomTime(slot.room(), slot.period());
    }
}
