package org.kalends.web.admin.directory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.problem.CalendarException;
import org.kalends.room.domain.RoomPolicy;
import org.kalends.room.domain.RoomPolicy.Hours;
import org.kalends.room.domain.RoomPolicy.Mode;
import org.kalends.room.domain.RoomPolicy.Seats;
import org.kalends.room.domain.RoomPolicy.Times;

/**
 * The policy of a room.
 *
 * @param answer {@code always}, {@code if-free}, {@code ask} or {@code never}
 * @param approver id of who is asked
 * @param longest ISO 8601 duration of one instance
 * @param ahead ISO 8601 duration: how far from now
 * @param seatsForAll whether more people than seats are refused
 * @param allowed ids of people and groups; none for everybody inside
 */
public record PolicyJson(
        @Nullable String answer,
        @Nullable UUID approver,
        @Nullable String longest,
        @Nullable String ahead,
        @Nullable HoursJson hours,
        @Nullable Boolean seatsForAll,
        @Nullable List<UUID> allowed) {

    private static final int MOST_ALLOWED = 1_000;

    /** @param days {@code monday} and so on; none for every day */
    public record HoursJson(@Nullable String opens, @Nullable String closes, @Nullable List<String> days) {

        private Hours read() {
            var hours = new Hours(time("hours.opens", opens), time("hours.closes", closes), readDays());
            if (hours.opens().isBefore(hours.closes())) return hours;
            throw CalendarException.invalid("hours.closes", "must lie after opens");
        }

        private Set<DayOfWeek> readDays() {
            var read = new HashSet<DayOfWeek>();
            if (days == null) return read;
            for (var day : days) {
                try {
                    read.add(DayOfWeek.valueOf(String.valueOf(day).toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException e) {
                    throw CalendarException.invalid("hours.days", "must be such as monday");
                }
            }
            return read;
        }

        private static LocalTime time(String field, @Nullable String text) {
            try {
                if (text != null) return LocalTime.parse(text);
            } catch (DateTimeException e) {
                throw CalendarException.invalid(field, "must be a time such as 09:00");
            }
            throw CalendarException.invalid(field, "must be given");
        }

        private static HoursJson of(Hours hours) {
            return new HoursJson(
                    hours.opens().toString(),
                    hours.closes().toString(),
                    hours.days().stream()
                            .sorted()
                            .map(day -> day.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    RoomPolicy read() {
        if (allowed != null && allowed.size() > MOST_ALLOWED) {
            throw CalendarException.invalid("allowed", "must be at most " + MOST_ALLOWED);
        }
        return new RoomPolicy(
                mode(),
                approver,
                new Times(duration("longest", longest), duration("ahead", ahead), hours == null ? null : hours.read()),
                Boolean.TRUE.equals(seatsForAll) ? Seats.ENOUGH_FOR_ALL : Seats.ANY_NUMBER,
                allowed == null ? Set.of() : Set.copyOf(new HashSet<>(allowed)));
    }

    private Mode mode() {
        for (var mode : Mode.values()) if (token(mode).equals(answer)) return mode;
        throw CalendarException.invalid("answer", "must be always, if-free, ask or never");
    }

    private static String token(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Duration duration(String field, @Nullable String text) {
        if (text == null) return null;
        try {
            var duration = Duration.parse(text);
            if (duration.compareTo(Duration.ZERO) > 0) return duration;
        } catch (DateTimeException e) {
            throw CalendarException.invalid(field, "must be a duration such as PT4H or P90D");
        }
        throw CalendarException.invalid(field, "must be longer than nothing");
    }

    static PolicyJson of(RoomPolicy policy) {
        var times = policy.times();
        return new PolicyJson(
                token(policy.mode()),
                policy.approver(),
                times.longest() == null ? null : times.longest().toString(),
                times.ahead() == null ? null : times.ahead().toString(),
                times.hours() == null ? null : HoursJson.of(times.hours()),
                policy.seats() == Seats.ENOUGH_FOR_ALL,
                policy.allowed().stream().sorted().toList());
    }
}
