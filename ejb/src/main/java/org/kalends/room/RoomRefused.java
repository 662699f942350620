package org.kalends.room;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kalends.icalendar.Uid;

/**
 * CDI event, in the transaction that found it out: a room that had accepted a series cannot hold some of its instances,
 * which came into reach after others had booked their time.
 *
 * @param instances RECURRENCE-IDs
 */
public record RoomRefused(UUID room, Uid uid, List<Instant> instances) {}
