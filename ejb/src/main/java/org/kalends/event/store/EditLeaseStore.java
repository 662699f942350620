package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.kalends.event.EditLease;
import org.kalends.icalendar.Uid;

/** Edit leases; the clock is the database's, so nodes need not agree on theirs. */
@ApplicationScoped
public class EditLeaseStore {

    @Inject
    Jdbi jdbi;

    /** Taken, or renewed by its holder; empty when another holds it. One statement decides the race. */
    public Optional<EditLease> acquire(UUID home, Uid uid, UUID holder, Duration length) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                insert into edit_lease as lease (home_id, uid, holder, token, fence, until)
                values (:home, :uid, :holder, gen_random_uuid(), 1, clock_timestamp() + :seconds * interval '1 second')
                on conflict (home_id, uid) do update set
                  token = case when lease.holder = excluded.holder and lease.until > clock_timestamp()
                    then lease.token else excluded.token end,
                  holder = excluded.holder, fence = lease.fence + 1, until = excluded.until
                where lease.holder = excluded.holder or lease.until <= clock_timestamp()
                returning holder, token, until""")
                .bind("home", home)
                .bind("uid", uid.value())
                .bind("holder", holder)
                .bind("seconds", length.toSeconds())
                .map(ConstructorMapper.of(EditLease.class))
                .findOne());
    }

    public Optional<EditLease> live(UUID home, Uid uid) {
        return jdbi.withHandle(handle -> handle.createQuery("select holder, token, until from edit_lease"
                        + " where home_id = ? and uid = ? and until > clock_timestamp()")
                .bind(0, home)
                .bind(1, uid.value())
                .map(ConstructorMapper.of(EditLease.class))
                .findOne());
    }

    /** Given back; a lease of somebody else stays. */
    public void release(UUID home, Uid uid, UUID holder) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from edit_lease where home_id = ? and uid = ? and holder = ?")
                        .bind(0, home)
                        .bind(1, uid.value())
                        .bind(2, holder)
                        .execute());
    }
}
