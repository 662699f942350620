package org.kalends.identity;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose for himself.
 *
 * @param workingHours by weekday; a day that is missing is free
 * @param outOfOffice null when at work
 * @param reminders default reminders of new events
 * @param notifications which channels tell of what; a row that is missing is told by every channel
 */
public record PersonalSettings(
        ZoneId zone,
        Locale language,
        Map<DayOfWeek, Hours> workingHours,
        @Nullable OutOfOffice outOfOffice,
        List<DefaultReminder> reminders,
        Map<Notice, Set<Channel>> notifications) {

    public PersonalSettings {
        workingHours = Map.copyOf(workingHours);
        reminders = List.copyOf(reminders);
        notifications = Map.copyOf(notifications);
    }

    /** Local times of the person's zone. */
    public record Hours(LocalTime from, LocalTime to) {
        public Hours {
            if (!from.isBefore(to)) throw new IllegalArgumentException("must end after it starts");
        }
    }

    /** Both ends RFC 3339 moments. */
    public record OutOfOffice(Instant from, Instant to, String message) {}

    /** A reminder that new events get. */
    public record DefaultReminder(Duration before, Channel channel) {}

    /** What somebody may be told of. */
    public enum Notice {
        INVITATION,
        CHANGE,
        CANCELLATION,
        ANSWER,
        REMINDER,
        DIGEST
    }

    /** How. */
    public enum Channel {
        MAIL,
        MESSENGER,
        BROWSER
    }

    /** Monday to Friday, nine to six, everything told by every channel. */
    public static PersonalSettings usual(Principal principal) {
        var week = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0)
                week.put(day, new Hours(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        }
        return new PersonalSettings(principal.zone(), principal.language(), week, null, List.of(), Map.of());
    }

    public boolean wants(Notice notice, Channel channel) {
        var channels = notifications.get(notice);
        return channels == null || channels.contains(channel);
    }
}
