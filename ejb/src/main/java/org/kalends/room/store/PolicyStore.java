package org.kalends.room.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.room.domain.RoomPolicy;
import org.kalends.room.domain.RoomPolicy.Hours;
import org.kalends.room.domain.RoomPolicy.Mode;
import org.kalends.room.domain.RoomPolicy.Seats;
import org.kalends.room.domain.RoomPolicy.Times;

/** The table {@code room_policy}. */
@ApplicationScoped
public class PolicyStore {

    @Inject
    Jdbi jdbi;

    /** @param capacity seats; null when unknown */
    public record Ruled(RoomPolicy policy, @Nullable Integer capacity) {}

    /** Of all that are named, the usual policy where nothing else was said; one statement. */
    public Map<UUID, Ruled> of(Collection<UUID> rooms) {
        var found = new HashMap<UUID, Ruled>();
        if (rooms.isEmpty()) return found;
        jdbi.useHandle(handle -> handle.createQuery(
                        "select p.id, p.capacity, r.* from principal p left join room_policy r on r.room = p.id"
                                + " where p.id = any(:rooms)")
                .bind("rooms", rooms.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), ruled(row)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    private static Ruled ruled(ResultSet row) throws SQLException {
        var policy = row.getString("mode") == null ? RoomPolicy.USUAL : policy(row);
        return new Ruled(policy, (Integer) row.getObject("capacity"));
    }

    /** Rooms that ask this person. */
    public List<UUID> askedOf(UUID approver) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select room from room_policy where approver = ? and mode = 'ASK' order by 1")
                .bind(0, approver)
                .mapTo(UUID.class)
                .list());
    }

    public void put(UUID room, RoomPolicy policy) {
        var times = policy.times();
        var hours = times.hours();
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                insert into room_policy (room, mode, approver, longest_seconds, ahead_seconds, opens, closes, days, seats, allowed)
                values (:room, :mode, :approver, :longest, :ahead, cast(:opens as time), cast(:closes as time), :days, :seats, :allowed)
                on conflict (room) do update set mode = excluded.mode, approver = excluded.approver,
                  longest_seconds = excluded.longest_seconds, ahead_seconds = excluded.ahead_seconds, opens = excluded.opens,
                  closes = excluded.closes, days = excluded.days, seats = excluded.seats, allowed = excluded.allowed""")
                .bind("room", room)
                .bind("mode", policy.mode().name())
                .bind("approver", policy.approver())
                .bind("longest", seconds(times.longest()))
                .bind("ahead", seconds(times.ahead()))
                .bind("opens", hours == null ? null : hours.opens().toString())
                .bind("closes", hours == null ? null : hours.closes().toString())
                .bind("days", hours == null ? new String[0] : names(hours.days()))
                .bind("seats", policy.seats() == Seats.ENOUGH_FOR_ALL)
                .bind("allowed", policy.allowed().toArray(UUID[]::new))
                .execute());
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static String[] names(Set<DayOfWeek> days) {
        return days.stream().sorted().map(DayOfWeek::name).toArray(String[]::new);
    }

    private static RoomPolicy policy(ResultSet row) throws SQLException {
        var opens = row.getTime("opens");
        var closes = row.getTime("closes");
        var days = values(row.getArray("days")).map(DayOfWeek::valueOf).collect(Collectors.toSet());
        var hours = opens == null || closes == null ? null : new Hours(local(opens), local(closes), days);
        return new RoomPolicy(
                Mode.valueOf(row.getString("mode")),
                row.getObject("approver", UUID.class),
                new Times(duration(row, "longest_seconds"), duration(row, "ahead_seconds"), hours),
                row.getBoolean("seats") ? Seats.ENOUGH_FOR_ALL : Seats.ANY_NUMBER,
                values(row.getArray("allowed")).map(UUID::fromString).collect(Collectors.toSet()));
    }

    private static LocalTime local(Time time) {
        return time.toLocalTime();
    }

    private static Stream<String> values(Array array) throws SQLException {
        return Stream.of((Object[]) array.getArray()).map(String::valueOf);
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }
}
