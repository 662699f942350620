package org.kalends.web.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.domain.Moments;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Labels.Transparency;
import org.kalends.web.event.EventInput.ReminderJson;

/**
 * An event, or one instance of it, as the API tells it; in listings without what only a single event needs.
 *
 * @param exceptions of a series the RECURRENCE-IDs of the instances that were changed on their own
 */
public record EventJson(
        @JsonUnwrapped Identity identity,
        @JsonUnwrapped LabelsJson labels,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
        String location,
        @Nullable String conference,
        TimeJson start,
        TimeJson end,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> recurrence,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> exceptions,
        @Nullable OrganizerJson organizer,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<AttendeeJson> attendees,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ReminderJson> reminders,
        @Nullable String myStatus,
        List<AttachmentJson> attachments,
        @Nullable HolderJson editLock,
        boolean canEdit) {

    /** For who may look and not touch. */
    EventJson readOnly() {
        return new EventJson(
                identity,
                labels,
                title,
                description,
                location,
                conference,
                start,
                end,
                recurrence,
                exceptions,
                organizer,
                attendees,
                reminders,
                myStatus,
                attachments,
                editLock,
                false);
    }

    /** Which event, which state of it, and which instance. */
    public record Identity(
            UUID id,
            String uid,
            String etag,
            UUID calendarId,
            int sequence,
            boolean recurring,
            @Nullable String instance,
            Instant createdAt,
            Instant updatedAt) {}

    /** How it is shown and counted. */
    public record LabelsJson(
            String status, String visibility, String transparency, List<String> categories, @Nullable String color) {}

    /**
     * Who calls.
     *
     * @param sentBy address of the one who plans for him; absent where he does himself
     */
    public record OrganizerJson(
            String address, String name, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sentBy) {

        public OrganizerJson(String address, String name) {
            this(address, name, null);
        }
    }

    /**
     * A file.
     *
     * @param id with which a download link is asked for; null for a file that lies elsewhere
     * @param url of a file that lies elsewhere; null for one that is kept here
     * @param size octets; null when unknown
     */
    public record AttachmentJson(
            @Nullable String id, String name, String type, @Nullable Long size, @Nullable String url) {}

    /**
     * One invited, with his answer.
     *
     * @param proposed another time that he proposes; told to him and to the organizer
     */
    public record AttendeeJson(
            String address,
            String name,
            String kind,
            boolean optional,
            String status,
            @Nullable String comment,
            @Nullable SpanJson proposed) {}

    /** Who is editing. */
    public record HolderJson(String name, String address, Instant until) {}

    /** How others see the time that it takes. */
    static String token(Transparency transparency) {
        return switch (transparency) {
            case OPAQUE -> "busy";
            case TRANSPARENT -> "free";
            case OUT_OF_OFFICE -> "out-of-office";
        };
    }

    /** Which one it is, as requests name it. */
    public static String instanceId(Instance instance) {
        return instanceId(
                Moments.key(instance.recurrenceId()), instance.timing().allDay());
    }

    static String instanceId(Instant rid, boolean allDay) {
        return allDay ? rid.atOffset(ZoneOffset.UTC).toLocalDate().toString() : rid.toString();
    }
}
