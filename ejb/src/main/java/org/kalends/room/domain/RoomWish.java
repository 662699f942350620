package org.kalends.room.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Uid;
import org.kalends.time.Interval;

/**
 * What a room should offer.
 *
 * @param capacity at least so many seats
 * @param site empty for any
 * @param except the event that is planned, whose own booking takes nothing; null for a new one
 */
public record RoomWish(Interval when, int capacity, List<String> equipment, String site, @Nullable Uid except) {}
