package org.kalends.web.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.PersonalSettings;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.PersonalSettings.Hours;
import org.kalends.identity.PersonalSettings.Manner;
import org.kalends.identity.PersonalSettings.Notice;
import org.kalends.identity.PersonalSettings.OutOfOffice;
import org.kalends.problem.CalendarException;
import org.kalends.web.event.TimeJson;

/**
 * Settings as the API tells them; what is absent stays as it was.
 *
 * @param workingHours by weekday in lower case; a day that is missing is free
 * @param notifications {@code {"invitation": {"mail": true, …}, …}}
 * @param calendarNotifications the same by the ids of calendars for which it is otherwise; of what is absent the common
 *     row counts
 * @param quietHours in which no news come; null for none
 * @param digestAt when the day is told
 */
public record SettingsJson(
        @Nullable String timeZone,
        @Nullable String language,
        @Nullable Map<String, HoursJson> workingHours,
        @Nullable AbsenceJson outOfOffice,
        @Nullable List<@Nullable DefaultReminderJson> defaultReminders,
        @Nullable Map<String, Map<String, Boolean>> notifications,
        @Nullable Map<String, Map<String, Map<String, Boolean>>> calendarNotifications,
        @Nullable QuietHoursJson quietHours,
        @JsonFormat(pattern = "HH:mm") @Nullable LocalTime digestAt) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST_MESSAGE = 10_000;

    /** Local times, {@code 09:00}. */
    public record HoursJson(
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime from,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime to) {}

    /** An absence. */
    public record AbsenceJson(@Nullable Instant from, @Nullable Instant to, @Nullable String message) {}

    static SettingsJson of(PersonalSettings settings) {
        var hours = new LinkedHashMap<String, HoursJson>();
        for (var day : DayOfWeek.values()) {
            var own = settings.workingHours().get(day);
            if (own != null) hours.put(lower(day), new HoursJson(own.from(), own.to()));
        }
        var away = settings.outOfOffice();
        return new SettingsJson(
                settings.zone().getId(),
                settings.language().getLanguage(),
                hours,
                away == null ? null : new AbsenceJson(away.from(), away.to(), away.message()),
                DefaultReminderJson.of(settings.reminders()),
                MatrixJson.of(settings),
                MatrixJson.ofCalendars(settings),
                QuietHoursJson.of(settings.manner().quietHours()),
                settings.manner().digestAt());
    }

    PersonalSettings read(PersonalSettings before) {
        return new PersonalSettings(
                timeZone == null ? before.zone() : TimeJson.zone("timeZone", timeZone),
                language == null ? before.language() : language(language),
                workingHours == null ? before.workingHours() : hours(workingHours),
                absence(),
                defaultReminders == null
                        ? before.reminders()
                        : DefaultReminderJson.read("defaultReminders", defaultReminders),
                notifications == null ? before.notifications() : matrix(notifications, before),
                manner(before));
    }

    private static Map<Notice, Set<Channel>> matrix(Map<String, Map<String, Boolean>> given, PersonalSettings before) {
        var matrix = new HashMap<>(before.notifications());
        matrix.putAll(MatrixJson.read("notifications", given, before::wants));
        return matrix;
    }

    private Manner manner(PersonalSettings before) {
        return new Manner(
                calendarNotifications == null
                        ? before.manner().calendars()
                        : MatrixJson.readCalendars("calendarNotifications", calendarNotifications, before),
                quietHours == null ? null : quietHours.read("quietHours"),
                digestAt == null ? before.manner().digestAt() : digestAt);
    }

    private static Locale language(String language) {
        if (!Set.of("ru", "en").contains(language)) throw CalendarException.invalid("language", "must be ru or en");
        return Locale.forLanguageTag(language);
    }

    private static Map<DayOfWeek, Hours> hours(Map<String, HoursJson> given) {
        var hours = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        given.forEach((name, span) -> {
            var field = "workingHours." + name;
            var day = token(field, name, DayOfWeek.values());
            if (span == null) return;
            if (span.from() == null || span.to() == null || !span.from().isBefore(span.to())) {
                throw CalendarException.invalid(field, "must have from before to");
            }
            hours.put(day, new Hours(span.from(), span.to()));
        });
        return hours;
    }

    private @Nullable OutOfOffice absence() {
        if (outOfOffice == null) return null;
        var from = outOfOffice.from();
        var to = outOfOffice.to();
        if (from == null || to == null || !from.isBefore(to)) {
            throw CalendarException.invalid("outOfOffice", "must have from before to");
        }
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw CalendarException.invalid("outOfOffice", "must lie in the years 1900 to 2199");
        }
        var message = outOfOffice.message() == null ? "" : outOfOffice.message();
        if (message.length() > LONGEST_MESSAGE) {
            throw CalendarException.invalid(
                    "outOfOffice.message", "must have at most " + LONGEST_MESSAGE + " characters");
        }
        return new OutOfOffice(from, to, message);
    }

    static <E extends Enum<E>> E token(String field, String name, E[] values) {
        for (var value : values) {
            if (lower(value).equals(name)) return value;
        }
        throw CalendarException.invalid(field, "is not known here");
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
