package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.kalends.event.EditLease;
import org.kalends.icalendar.Uid;

/** Edit leases; the clock is the database's, so nodes need not agree on theirs. */
@ApplicationScoped
public class EditLeaseStore {

    private static final RowMapper<EditLease> LEASE = ConstructorMapper.of(EditLease.class);

    @Inject
    Jdbi jdbi;

    /**
     * A lease that was asked for.
     *
     * @param renewed it was the holder's already
     */
    public record Taken(EditLease lease, boolean renewed) {}

    /** The event as it stands in one home. */
    public record Copy(UUID home, UUID calendar, UUID id, String etag) {}

    /** Taken, or renewed by its holder; empty when another holds it. One statement decides the race. */
    public Optional<Taken> acquire(UUID home, Uid uid, UUID holder, Duration length) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                insert into edit_lease as lease (home_id, uid, holder, token, fence, until)
                values (:home, :uid, :holder, gen_random_uuid(), 1, clock_timestamp() + :seconds * interval '1 second')
                on conflict (home_id, uid) do update set
                  token = case when lease.holder = excluded.holder and lease.until > clock_timestamp()
                    then lease.token else excluded.token end,
                  holder = excluded.holder, fence = lease.fence + 1, until = excluded.until
                where lease.holder = excluded.holder or lease.until <= clock_timestamp()
                returning holder, token, until, old.token is not distinct from new.token as renewed""")
                .bind("home", home)
                .bind("uid", uid.value())
                .bind("holder", holder)
                .bind("seconds", length.toSeconds())
                .map((row, context) -> new Taken(LEASE.map(row, context), row.getBoolean("renewed")))
                .findOne());
    }

    public Optional<EditLease> live(UUID home, Uid uid) {
        return jdbi.withHandle(handle -> handle.createQuery("select holder, token, until from edit_lease"
                        + " where home_id = ? and uid = ? and until > clock_timestamp()")
                .bind(0, home)
                .bind(1, uid.value())
                .map(LEASE)
                .findOne());
    }

    /** Given back; empty when it was somebody else's or over. */
    public Optional<EditLease> release(UUID home, Uid uid, UUID holder) {
        return jdbi.withHandle(handle -> handle.createQuery("delete from edit_lease where home_id = ? and uid = ?"
                        + " and holder = ? returning holder, token, until")
                .bind(0, home)
                .bind(1, uid.value())
                .bind(2, holder)
                .map(LEASE)
                .findOne());
    }

    /** Where in these homes the event stands. */
    public List<Copy> copies(Uid uid, Collection<UUID> homes) {
        return jdbi.withHandle(handle -> handle.createQuery("select home_id, cal_id, obj_id, change_seq, etag"
                        + " from calendar_object where home_id = any(:homes) and uid = :uid and comp = 0"
                        + " and deleted_at is null")
                .bind("homes", homes.toArray(UUID[]::new))
                .bind("uid", uid.value())
                .map((row, context) -> new Copy(
                        row.getObject("home_id", UUID.class),
                        row.getObject("cal_id", UUID.class),
                        row.getObject("obj_id", UUID.class),
                        EventRow.entityTag(row.getLong("change_seq"), row.getBytes("etag"))))
                .list());
    }
}
