package org.kalends.room;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kalends.icalendar.Uid;
import org.kalends.room.domain.Slot;

/**
 * CDI event, in the transaction that found it out: a room that had accepted a series cannot hold some of its instances,
 * which came into reach after others had booked their time.
 *
 * @param instances RECURRENCE-IDs
 */
public record RoomRefused(UUID room, Uid uid, List<Instant> instances) {

    /** One for each room of what was lost. */
    static List<RoomRefused> of(Uid uid, List<Slot> lost) {
        return lost.stream().collect(Collectors.groupingBy(Slot::room)).entrySet().stream()
                .map(of -> new RoomRefused(
                        of.getKey(), uid, of.getValue().stream().map(Slot::rid).toList()))
                .toList();
    }
}
