package org.kalends.event;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Message on the topic {@code changes}: something in a calendar is other than it was. It names, never tells, what
 * changed; who may see the event asks for it. News alone are told, to one reader.
 *
 * @param calendarId null where it is for the owner of the home alone, whoever else sees the calendar
 * @param eventId null where it is about the calendar itself
 * @param etag empty when the event is gone
 * @param news what his windows show at once; null but for {@link Kind#NEWS}
 */
public record ChangeNotice(
        UUID home,
        @Nullable UUID calendarId,
        @Nullable UUID eventId,
        Kind kind,
        String etag,
        Instant at,
        @Nullable News news) {

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
        REMINDER,
        /** He is told something in his browser. */
        NEWS
    }

    /**
     * In the language of its reader.
     *
     * @param tag of several with the same the last is shown
     * @param url what opens on a click; null: the calendar
     */
    public record News(String title, String body, String tag, @Nullable URI url) {}

    /** For every window of his. */
    public static ChangeNotice news(UUID reader, News news, Instant at) {
        return new ChangeNotice(reader, null, null, Kind.NEWS, "", at, news);
    }

    /** For every window of his. */
    public static ChangeNotice reminder(UUID reader, UUID event, Instant at) {
        return new ChangeNotice(reader, null, event, Kind.REMINDER, "", at, null);
    }
}
