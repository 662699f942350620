package org.kalends.web.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.PersonalSettings.QuietHours;
import org.kalends.problem.CalendarException;

/** Local times, {@code 22:00} to {@code 08:00}. */
public record QuietHoursJson(
        @JsonFormat(pattern = "HH:mm") @Nullable LocalTime from,
        @JsonFormat(pattern = "HH:mm") @Nullable LocalTime to) {

    static @Nullable QuietHoursJson of(@Nullable QuietHours hours) {
        return hours == null ? null : new QuietHoursJson(hours.from(), hours.to());
    }

    QuietHours read(String field) {
        if (from == null || to == null || from.equals(to)) {
            throw CalendarException.invalid(field, "must have from and to, and they must differ");
        }
        return new QuietHours(from, to);
    }
}
