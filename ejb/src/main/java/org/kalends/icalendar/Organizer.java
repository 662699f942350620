package org.kalends.icalendar;

import org.jspecify.annotations.Nullable;
import org.kalends.identity.CalendarAddress;

/**
 * Who calls the others together (RFC 5545, 3.8.4.3).
 *
 * @param sentBy who acted on the organizer's behalf; null when he did himself
 * @param schedule how he is scheduled
 */
public record Organizer(
        CalendarAddress address, String name, @Nullable CalendarAddress sentBy, ScheduleParameters schedule) {

    public Organizer(CalendarAddress address, String name, @Nullable CalendarAddress sentBy) {
        this(address, name, sentBy, ScheduleParameters.NONE);
    }

    /** The same, for whom another acts, or none. */
    public Organizer sentBy(@Nullable CalendarAddress other) {
        return new Organizer(address, name, other, schedule);
    }

    public Organizer withSchedule(ScheduleParameters changed) {
        return new Organizer(address, name, sentBy, changed);
    }
}
