package org.kalends.web.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Zones;
import org.kalends.problem.CalendarException;

/**
 * A moment as the API says it: local time with an IANA zone, or a date.
 *
 * @param instant told in answers, of times only; ignored in requests
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MomentJson(
        @Nullable String dateTime, @Nullable String timeZone, @Nullable String date, @Nullable Instant instant) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    static MomentJson of(EventTime time, ZoneId floatingZone) {
        return time.match(
                day -> new MomentJson(null, null, day.date().toString(), null),
                zoned -> timed(zoned.local(), zoned.zone()),
                floating -> timed(floating.local(), floatingZone));
    }

    private static MomentJson timed(LocalDateTime local, ZoneId zone) {
        var name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return new MomentJson(
                LOCAL.format(local), name, null, local.atZone(zone).toInstant());
    }

    /** @throws CalendarException VALIDATION naming the member of {@code field} that is wrong */
    EventTime time(String field) {
        if (date != null) {
            if (dateTime != null || timeZone != null) {
                throw CalendarException.invalid(field, "must have either date or dateTime with timeZone");
            }
            return new EventTime.Day(
                    inReach(field + ".date", day(field, date).atStartOfDay()).toLocalDate());
        }
        if (dateTime == null) throw CalendarException.invalid(field, "must have date, or dateTime with timeZone");
        if (timeZone == null) throw CalendarException.invalid(field + ".timeZone", "must be an IANA time zone");
        return new EventTime.Zoned(inReach(field + ".dateTime", local(field, dateTime)), zone(field, timeZone));
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw CalendarException.invalid(field + ".date", "must be a date such as 2026-12-01");
        }
    }

    private static LocalDateTime local(String field, String text) {
        try {
            return LocalDateTime.parse(text).withNano(0);
        } catch (DateTimeException e) {
            throw CalendarException.invalid(field + ".dateTime", "must be a local time such as 2026-12-01T10:00:00");
        }
    }

    private static ZoneId zone(String field, String name) {
        try {
            return Zones.named(name);
        } catch (DateTimeException e) {
            throw CalendarException.invalid(field + ".timeZone", "is no IANA time zone");
        }
    }

    private static LocalDateTime inReach(String field, LocalDateTime local) {
        if (local.getYear() >= FIRST_YEAR && local.getYear() < LAST_YEAR) return local;
        throw CalendarException.invalid(field, "must lie from " + FIRST_YEAR + " to " + (LAST_YEAR - 1));
    }
}
