package org.kalends.room.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Uid;
import org.kalends.room.domain.Slot;
import org.kalends.time.Interval;

/** Bookings; the database refuses what overlaps. */
@ApplicationScoped
public class BookingStore {

    @Inject
    Jdbi jdbi;

    /** Who holds what a new booking wants. */
    public record Conflict(UUID room, Interval wanted, Instant takenUntil) {}

    /** Whoever books one of these waits for the others to be done; in order of id, so that nobody waits in a circle. */
    public void lock(Collection<UUID> rooms) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from unnest(:rooms) as r(id)")
                .bind("rooms", rooms.stream().sorted().toArray(UUID[]::new))
                .map((row, context) -> "")
                .list());
    }

    /** What one has booked for an event is another's from now on. */
    public void handOver(UUID from, UUID to, Uid uid) {
        jdbi.useHandle(handle -> handle.execute(
                "update room_booking set organizer_home = ? where organizer_home = ? and uid = ?",
                to,
                from,
                uid.value()));
    }

    /** What is over stays booked: it was used. */
    public void release(UUID organizerHome, Uid uid, Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "delete from room_booking where organizer_home = ? and uid = ? and upper(period) > ?",
                organizerHome,
                uid.value(),
                now));
    }

    /** What one room holds of an event beyond the given instances is free again; what is over stays booked. */
    public void keepOnly(UUID organizerHome, Uid uid, UUID room, Collection<Instant> instances, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                delete from room_booking where home_id = :room and organizer_home = :organizer and uid = :uid
                  and upper(period) > :now and not rid = any(cast(:kept as timestamptz[]))""")
                .bind("room", room)
                .bind("organizer", organizerHome)
                .bind("uid", uid.value())
                .bind("now", now)
                .bind("kept", instances.stream().map(Instant::toString).toArray(String[]::new))
                .execute());
    }

    /** What of the slots is taken by others, earliest first; one statement. */
    public List<Conflict> conflicts(Collection<Slot> slots, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                select s.room, s.starts::timestamptz as starts, s.ends::timestamptz as ends, max(upper(b.period)) as until
                from unnest(:rooms, :starts, :ends) as s(room, starts, ends)
                join room_booking b on b.home_id = s.room and b.period && tstzrange(s.starts::timestamptz, s.ends::timestamptz)
                group by 1, 2, 3 order by 2 limit :limit""")
                .bind("rooms", slots.stream().map(Slot::room).toArray(UUID[]::new))
                .bind("starts", texts(slots, Edge.START))
                .bind("ends", texts(slots, Edge.END))
                .bind("limit", limit)
                .map((row, context) -> new Conflict(
                        row.getObject("room", UUID.class),
                        new Interval(
                                row.getObject("starts", OffsetDateTime.class).toInstant(),
                                row.getObject("ends", OffsetDateTime.class).toInstant()),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** What a room holds of an event. */
    public Set<Slot> held(UUID room, Uid uid) {
        return jdbi.withHandle(handle -> handle.createQuery("select rid, lower(period) as starts, upper(period) as ends"
                        + " from room_booking where home_id = ? and uid = ?")
                .bind(0, room)
                .bind(1, uid.value())
                .map((row, context) -> new Slot(
                        room,
                        row.getObject("rid", OffsetDateTime.class).toInstant(),
                        new Interval(
                                row.getObject("starts", OffsetDateTime.class).toInstant(),
                                row.getObject("ends", OffsetDateTime.class).toInstant())))
                .set());
    }

    /** Under the rooms' lock and after {@link #conflicts}; the constraint stands behind both. */
    public void book(UUID organizerHome, Uid uid, Collection<Slot> slots) {
        if (slots.isEmpty()) return;
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                insert into room_booking (home_id, organizer_home, uid, rid, period)
                select room, :organizer, :uid, rid::timestamptz, tstzrange(starts::timestamptz, ends::timestamptz)
                from unnest(:rooms, :rids, :starts, :ends) as s(room, rid, starts, ends)""")
                .bind("organizer", organizerHome)
                .bind("uid", uid.value())
                .bind("rooms", slots.stream().map(Slot::room).toArray(UUID[]::new))
                .bind("rids", slots.stream().map(slot -> slot.rid().toString()).toArray(String[]::new))
                .bind("starts", texts(slots, Edge.START))
                .bind("ends", texts(slots, Edge.END))
                .execute());
    }

    private enum Edge {
        START,
        END
    }

    private static String[] texts(Collection<Slot> slots, Edge edge) {
        return slots.stream()
                .map(Slot::period)
                .map(period -> (edge == Edge.START ? period.start() : period.end()).toString())
                .toArray(String[]::new);
    }
}
