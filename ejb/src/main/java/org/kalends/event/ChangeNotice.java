package org.kalends.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Message on the topic {@code changes}: something in a calendar is other than it was. It names, never tells, what
 * changed; who may see the event asks for it.
 *
 * @param calendarId null where it is for the owner of the home alone, whoever else sees the calendar
 * @param eventId null where it is about the calendar itself
 * @param etag empty when the event is gone
 */
public record ChangeNotice(
        UUID home, @Nullable UUID calendarId, @Nullable UUID eventId, Kind kind, String etag, Instant at) {

    /** What became of the event. */
    public enum Kind {
        CREATED,
        CHANGED,
        DELETED,
        EDIT_LOCKED,
        EDIT_UNLOCKED,
        /** Other people than before may see the calendar, or more or less of it. */
        SHARED,
        /** He is reminded of it, or has dealt with that. */
        REMINDER
    }

    /** For every window of his. */
    public static ChangeNotice reminder(UUID reader, UUID event, Instant at) {
        return new ChangeNotice(reader, null, event, Kind.REMINDER, "", at);
    }
}
