package org.kalends.web.event;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller says of an event; null is absent. */
public record EventInput(
        @Nullable String calendarId,
        @Nullable String title,
        @Nullable String description,
        @Nullable String location,
        @Nullable TimeJson start,
        @Nullable TimeJson end,
        @Nullable List<String> recurrence,
        @Nullable List<AttendeeInput> attendees,
        @Nullable List<ReminderJson> reminders,
        @Nullable String visibility,
        @Nullable String transparency,
        @Nullable String status,
        @Nullable List<String> categories,
        @Nullable String color,
        @Nullable String conference) {

    /** One invited. */
    public record AttendeeInput(@Nullable String address, @Nullable Boolean optional) {}

    /** @param before ISO 8601 duration before the start */
    public record ReminderJson(@Nullable Duration before, @Nullable String channel) {}
}
