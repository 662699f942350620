package org.kalends.room.domain;

import java.util.List;
import org.kalends.time.Interval;

/**
 * What a room should offer.
 *
 * @param capacity at least so many seats
 * @param site empty for any
 */
public record RoomWish(Interval when, int capacity, List<String> equipment, String site) {}
