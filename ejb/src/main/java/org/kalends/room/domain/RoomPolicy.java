package org.kalends.room.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a room takes, and when.
 *
 * @param approver who is asked; only with {@link Mode#ASK}
 * @param allowed people and groups; empty for everybody inside
 */
public record RoomPolicy(Mode mode, @Nullable UUID approver, Times times, Seats seats, Set<UUID> allowed) {

    public static final RoomPolicy USUAL =
            new RoomPolicy(Mode.IF_FREE, null, new Times(null, null, null), Seats.ANY_NUMBER, Set.of());

    /** What a room answers to what its policy does not refuse. */
    public enum Mode {
        /** Yes, to any number at once: what can be shared. */
        ALWAYS,
        IF_FREE,
        /** Free time is held until its approver has answered. */
        ASK,
        NEVER
    }

    /** Whether more people than seats are refused. */
    public enum Seats {
        ANY_NUMBER,
        ENOUGH_FOR_ALL
    }

    /**
     * When it can be had; null does not matter.
     *
     * @param longest of one instance
     * @param ahead how far from now
     */
    public record Times(@Nullable Duration longest, @Nullable Duration ahead, @Nullable Hours hours) {}

    /** Wall clock of the room; from inside one day. An event must lie in it whole. */
    public record Hours(LocalTime opens, LocalTime closes, Set<DayOfWeek> days) {

        boolean hold(Slot slot, ZoneId zone) {
            var start = slot.period().start().atZone(zone);
            var end = slot.period().end().atZone(zone);
            return start.toLocalDate().equals(end.toLocalDate())
                    && (days.isEmpty() || days.contains(start.getDayOfWeek()))
                    && !start.toLocalTime().isBefore(opens)
                    && !end.toLocalTime().isAfter(closes);
        }
    }

    /** Why a room says no; the text is told with its answer. */
    public enum Refusal {
        TAKEN("The room is taken"),
        NOT_OFFERED("The room is not offered"),
        NOT_ALLOWED("You may not book this room"),
        TOO_MANY("The room has not enough seats"),
        TOO_LONG("This is longer than the room may be booked"),
        TOO_FAR("This is farther ahead than the room may be booked"),
        OUT_OF_HOURS("The room is closed then");

        private final String words;

        Refusal(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What a room is asked for.
     *
     * @param organizer who asks; null for somebody outside
     * @param allowed who may, groups resolved; empty for everybody inside
     * @param people how many come
     * @param capacity null when unknown
     */
    public record Wish(@Nullable UUID organizer, Set<UUID> allowed, int people, @Nullable Integer capacity) {}

    /** Why it is refused whatever the time; empty if it is not. */
    public Optional<Refusal> refusal(Wish wish) {
        if (mode == Mode.NEVER) return Optional.of(Refusal.NOT_OFFERED);
        var organizer = wish.organizer();
        boolean may = organizer != null && (allowed.isEmpty() || wish.allowed().contains(organizer));
        if (!may) return Optional.of(Refusal.NOT_ALLOWED);
        var capacity = wish.capacity();
        boolean full = seats == Seats.ENOUGH_FOR_ALL && capacity != null && wish.people() > capacity;
        return full ? Optional.of(Refusal.TOO_MANY) : Optional.empty();
    }

    /** Why it is refused at that time; empty if it is not. */
    public Optional<Refusal> refusal(Slot slot, ZoneId zone, Instant now) {
        var length = Duration.between(slot.period().start(), slot.period().end());
        if (times.longest() != null && length.compareTo(times.longest()) > 0) return Optional.of(Refusal.TOO_LONG);
        if (times.ahead() != null && slot.period().end().isAfter(now.plus(times.ahead()))) {
            return Optional.of(Refusal.TOO_FAR);
        }
        boolean closed = times.hours() != null && !times.hours().hold(slot, zone);
        return closed ? Optional.of(Refusal.OUT_OF_HOURS) : Optional.empty();
    }
}
