package org.kalends.web.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventTime;
import org.kalends.problem.CalendarException;

/**
 * A moment as the API tells it: local time and zone, or a day.
 *
 * @param instant only told, never read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimeJson(
        @Nullable String dateTime, @Nullable String timeZone, @Nullable String date, @Nullable Instant instant) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    public static TimeJson of(EventTime time) {
        return time.match(
                day -> new TimeJson(null, null, day.date().toString(), null),
                zoned -> zoned(zoned.local(), zoned.zone()),
                floating -> new TimeJson(text(floating.local()), null, null, null));
    }

    static TimeJson zoned(LocalDateTime local, ZoneId zone) {
        var name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return new TimeJson(text(local), name, null, local.atZone(zone).toInstant());
    }

    static String text(LocalDateTime local) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local.truncatedTo(ChronoUnit.SECONDS));
    }

    /** @param field what it is called in the request, for the refusal */
    EventTime read(String field) {
        if ((date == null) == (dateTime == null)) {
            throw CalendarException.invalid(field, "must have either date or dateTime with timeZone");
        }
        return date != null ? new EventTime.Day(inRange(field, day(field, date))) : moment(field);
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw CalendarException.invalid(field + ".date", "must be a day such as 2026-12-01");
        }
    }

    private EventTime moment(String field) {
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(String.valueOf(dateTime)).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw CalendarException.invalid(
                    field + ".dateTime", "must be a local time such as 2026-12-01T10:00:00, without offset");
        }
        inRange(field, local.toLocalDate());
        if (timeZone == null) throw CalendarException.invalid(field + ".timeZone", "must be an IANA time zone");
        return new EventTime.Zoned(local, zone(field + ".timeZone", timeZone));
    }

    private static LocalDate inRange(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw CalendarException.invalid(field, "must lie in the years 1900 to 2199");
        }
        return day;
    }

    /** @throws CalendarException 400 if there is no such zone */
    public static ZoneId zone(String field, String name) {
        if (name.equals("UTC") || name.equals("Etc/UTC")) return ZoneOffset.UTC;
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw CalendarException.invalid(field, "is no IANA time zone");
        }
        return ZoneId.of(name);
    }
}
