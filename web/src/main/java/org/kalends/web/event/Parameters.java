package org.kalends.web.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventListing.Position;
import org.kalends.event.Scope;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.time.Interval;

/** Query parameters and headers of the event resources, read or refused by name. */
public final class Parameters {

    private static final int MOST_ITEMS = 1_000;
    private static final int USUAL_ITEMS = 100;

    private Parameters() {}

    /** A path's id; what is no id names nothing. */
    public static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new CalendarException(Problem.NOT_FOUND, "There is nothing of that id");
        }
    }

    /** As calendars call an event. */
    public static Uid uid(String uid) {
        if (uid.indexOf('\0') >= 0) throw CalendarException.invalid("uid", "must be text");
        try {
            return new Uid(uid);
        } catch (IllegalArgumentException e) {
            throw CalendarException.invalid("uid", String.valueOf(e.getMessage()));
        }
    }

    /** RFC 3339. */
    public static Instant moment(String name, @Nullable String text) {
        if (text == null) throw CalendarException.invalid(name, "must be given");
        try {
            var moment = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1900 && year <= 2200) return moment;
        } catch (DateTimeException e) {
            throw CalendarException.invalid(name, "must be a moment such as 2026-12-01T07:00:00Z");
        }
        throw CalendarException.invalid(name, "must lie in the years 1900 to 2200");
    }

    public static Interval interval(@Nullable String from, @Nullable String to) {
        var start = moment("from", from);
        var end = moment("to", to);
        if (!start.isBefore(end)) throw CalendarException.invalid("to", "must lie after from");
        return new Interval(start, end);
    }

    /** An instance: a moment, or a day of an all-day series. */
    public static @Nullable Instant instance(@Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        try {
            if (text.length() == 10)
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw CalendarException.invalid("instance", "must be a moment or a day");
        }
        return moment("instance", text);
    }

    public static Scope scope(@Nullable String text, @Nullable Instant instance) {
        if (text == null) return instance == null ? Scope.ALL : Scope.THIS;
        var scope = Map.of("this", Scope.THIS, "following", Scope.FOLLOWING, "all", Scope.ALL)
                .get(text.toLowerCase(Locale.ROOT));
        if (scope == null) throw CalendarException.invalid("scope", "must be this, following or all");
        return scope;
    }

    public static Announcement announcement(@Nullable String notify) {
        if (notify == null || notify.equals("all")) return Announcement.ALL;
        if (notify.equals("none")) return Announcement.NONE;
        throw CalendarException.invalid("notify", "must be all or none");
    }

    /** The tag of If-Match, without quotes. */
    public static String expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new CalendarException(Problem.PRECONDITION_REQUIRED, "If-Match must carry the ETag that was seen");
        }
        var tag = ifMatch.strip();
        if (tag.startsWith("W/")) tag = tag.substring(2);
        return tag.replace("\"", "");
    }

    public static CalendarAddress address(@Nullable String text) {
        if (text == null) throw CalendarException.invalid("address", "must be given");
        try {
            return new CalendarAddress(text);
        } catch (IllegalArgumentException e) {
            throw CalendarException.invalid("address", "must be an address");
        }
    }

    public static int limit(@Nullable String text) {
        if (text == null) return USUAL_ITEMS;
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST_ITEMS) return limit;
        } catch (NumberFormatException e) {
            throw CalendarException.invalid("limit", "must be a number from 1 to " + MOST_ITEMS);
        }
        throw CalendarException.invalid("limit", "must be a number from 1 to " + MOST_ITEMS);
    }

    static List<UUID> ids(String name, List<String> texts) {
        return texts.stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .filter(text -> !text.isBlank())
                .map(text -> {
                    try {
                        return UUID.fromString(text.strip());
                    } catch (IllegalArgumentException e) {
                        throw CalendarException.invalid(name, "is no id of a calendar");
                    }
                })
                .toList();
    }

    /** A cursor that is the id of the last item seen. */
    static @Nullable UUID after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) return null;
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw CalendarException.invalid("cursor", "is none that this list gave");
        }
    }

    static @Nullable Position cursor(@Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ");
            return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]), Instant.parse(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw CalendarException.invalid("cursor", "is none that this list gave");
        }
    }

    static @Nullable String cursor(@Nullable Position position) {
        if (position == null) return null;
        var text = position.start() + " " + position.event() + " " + position.rid();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
