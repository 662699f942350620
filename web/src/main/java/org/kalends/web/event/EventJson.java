package org.kalends.web.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.web.event.EventInput.ReminderJson;

/** An event, or one instance of it, as the API tells it. */
public record EventJson(
        UUID id,
        String uid,
        String etag,
        UUID calendarId,
        int sequence,
        String status,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
        String location,
        TimeJson start,
        TimeJson end,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> recurrence,
        @Nullable OrganizerJson organizer,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<AttendeeJson> attendees,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ReminderJson> reminders,
        String visibility,
        String transparency,
        List<String> categories,
        @Nullable String color,
        @Nullable String conference,
        @Nullable String myStatus,
        List<String> attachments,
        @Nullable HolderJson editLock,
        boolean canEdit,
        boolean recurring,
        @Nullable String instance,
        Instant createdAt,
        Instant updatedAt) {

    /** Who calls. */
    public record OrganizerJson(String address, String name) {}

    /** One invited, with his answer. */
    public record AttendeeJson(
            String address, String name, String kind, boolean optional, String status, @Nullable String comment) {}

    /** Who is editing. */
    public record HolderJson(String name, String address, Instant until) {}
}
