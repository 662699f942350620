package org.kalends.room.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Uid;

/** How far ahead the rooms of long series are booked. */
@ApplicationScoped
public class ReachStore {

    @Inject
    Jdbi jdbi;

    /** One series; its event is locked by whoever found it here. */
    public record Reach(UUID home, Uid uid, Instant until) {}

    /** Series booked to before that moment; those whose event another node or a person has are left to the next time. */
    public List<Reach> endingBefore(Instant moment, int lot) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                select r.home_id, r.uid, r.until from room_reach r
                join calendar_object o on o.home_id = r.home_id and o.uid = r.uid and o.deleted_at is null
                where r.until < :moment order by r.until limit :lot for update of o skip locked""")
                .bind("moment", moment)
                .bind("lot", lot)
                .map((row, context) -> new Reach(
                        row.getObject("home_id", UUID.class),
                        new Uid(row.getString("uid")),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .list());
    }

    public void put(UUID home, Uid uid, Instant until) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into room_reach (home_id, uid, until) values (?, ?, ?)"
                        + " on conflict (home_id, uid) do update set until = excluded.until",
                home,
                uid.value(),
                until));
    }

    /** Another organizes the series from now on. */
    public void handOver(UUID from, UUID to, Uid uid) {
        jdbi.useHandle(handle -> handle.execute(
                "update room_reach set home_id = ? where home_id = ? and uid = ?", to, from, uid.value()));
    }

    public void remove(UUID home, Uid uid) {
        jdbi.useHandle(
                handle -> handle.execute("delete from room_reach where home_id = ? and uid = ?", home, uid.value()));
    }
}
