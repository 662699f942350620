package org.kalends.room.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.kalends.icalendar.Uid;
import org.kalends.time.Interval;
import org.postgresql.util.PSQLException;

/** Bookings; the database refuses what overlaps. */
@ApplicationScoped
public class BookingStore {

    private static final String EXCLUSION_VIOLATION = "23P01";

    @Inject
    Jdbi jdbi;

    /** One slot of one room. */
    public record Slot(UUID room, Instant rid, Interval period) {}

    /** Who holds what a new booking wants. */
    public record Conflict(UUID room, Interval wanted, Instant takenUntil) {}

    public void release(UUID organizerHome, Uid uid) {
        jdbi.useHandle(handle -> handle.execute(
                "delete from room_booking where organizer_home = ? and uid = ?", organizerHome, uid.value()));
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

    /** @return false when somebody else took one of the slots at the same moment; the transaction is lost then */
    public boolean book(UUID organizerHome, Uid uid, Collection<Slot> slots) {
        try {
            jdbi.useHandle(handle -> handle.createUpdate(
                            """
                    insert into room_booking (home_id, organizer_home, uid, rid, period)
                    select room, :organizer, :uid, rid::timestamptz, tstzrange(starts::timestamptz, ends::timestamptz)
                    from unnest(:rooms, :rids, :starts, :ends) as s(room, rid, starts, ends)""")
                    .bind("organizer", organizerHome)
                    .bind("uid", uid.value())
                    .bind("rooms", slots.stream().map(Slot::room).toArray(UUID[]::new))
                    .bind(
                            "rids",
                            slots.stream().map(slot -> slot.rid().toString()).toArray(String[]::new))
                    .bind("starts", texts(slots, Edge.START))
                    .bind("ends", texts(slots, Edge.END))
                    .execute());
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof PSQLException sql && EXCLUSION_VIOLATION.equals(sql.getSQLState()))
                return false;
            throw e;
        }
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
