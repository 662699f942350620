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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose for himself.
 *
 * @param workingHours by weekday; a day that is missing is free
 * @param outOfOffice null when at work
 * @param reminders default reminders of new events
 * @param notifications which channels tell of what; a row that is missing is told by every channel, but for the digest,
 *     which only those get who want it
 * @param manner when, and what is otherwise for single calendars
 */
public record PersonalSettings(
        ZoneId zone,
        Locale language,
        Map<DayOfWeek, Hours> workingHours,
        @Nullable OutOfOffice outOfOffice,
        List<DefaultReminder> reminders,
        Map<Notice, Set<Channel>> notifications,
        Manner manner) {

    /** What was stored before there was a manner has none. */
    public PersonalSettings {
        workingHours = Map.copyOf(workingHours);
        reminders = List.copyOf(reminders);
        notifications = Map.copyOf(notifications);
        manner = manner == null ? Manner.USUAL : manner;
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
        BROWSER;

        /** As the API and the metrics tell it: {@code mail}. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * When one is told, and of what otherwise.
     *
     * @param calendars rows of the matrix that differ for events of a calendar, by its id
     * @param quietHours in which no news come; null for none
     * @param digestAt when the day is told, by the clock of the person's zone
     */
    public record Manner(
            Map<UUID, Map<Notice, Set<Channel>>> calendars, @Nullable QuietHours quietHours, LocalTime digestAt) {

        public static final Manner USUAL = new Manner(Map.of(), null, LocalTime.of(8, 0));

        public Manner {
            calendars = Map.copyOf(calendars);
        }
    }

    /** Local times of the person's zone; over midnight where the end is before the start. */
    public record QuietHours(LocalTime from, LocalTime to) {

        public QuietHours {
            if (from.equals(to)) throw new IllegalArgumentException("must not end when they start");
        }

        /** When what is to be told at a moment may be: then, or as soon as it is quiet no more. */
        public Instant release(Instant moment, ZoneId zone) {
            var local = moment.atZone(zone);
            var time = local.toLocalTime();
            boolean late = !time.isBefore(from);
            boolean early = time.isBefore(to);
            boolean quiet = from.isBefore(to) ? late && early : late || early;
            if (!quiet) return moment;
            var day = early ? local.toLocalDate() : local.toLocalDate().plusDays(1);
            return day.atTime(to).atZone(zone).toInstant();
        }
    }

    /** Monday to Friday, nine to six, everything told by every channel, no digest. */
    public static PersonalSettings usual(Principal principal) {
        var week = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0)
                week.put(day, new Hours(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        }
        return new PersonalSettings(
                principal.zone(), principal.language(), week, null, List.of(), Map.of(), Manner.USUAL);
    }

    public boolean wants(Notice notice, Channel channel) {
        var channels = notifications.get(notice);
        return channels == null ? notice != Notice.DIGEST : channels.contains(channel);
    }

    /** @param calendar where the event stands; null where it stands nowhere yet */
    public boolean wants(Notice notice, Channel channel, @Nullable UUID calendar) {
        var own = calendar == null ? null : manner.calendars().get(calendar);
        var channels = own == null ? null : own.get(notice);
        return channels == null ? wants(notice, channel) : channels.contains(channel);
    }
}
