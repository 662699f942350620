package org.kalends.digest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code digest_due}; its clock is the database's. */
@ApplicationScoped
public class DigestStore {

    @Inject
    Jdbi jdbi;

    /** Somebody whose day is to be told. */
    public record Due(UUID person, Instant at, Instant now) {}

    /** He is told next at that moment. */
    public void put(UUID person, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into digest_due (home_id, due_at) values (:person, :at)"
                        + " on conflict (home_id) do update set due_at = excluded.due_at")
                .bind("person", person)
                .bind("at", at)
                .execute());
    }

    /** He is told no more. */
    public void remove(UUID person) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from digest_due where home_id = :person")
                .bind("person", person)
                .execute());
    }

    /** Those whose time has come, for this transaction alone. */
    public List<Due> due(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select home_id, due_at, now() as now from digest_due"
                        + " where due_at <= now() order by due_at limit :limit for update skip locked")
                .bind("limit", limit)
                .map((row, context) -> new Due(
                        row.getObject("home_id", UUID.class),
                        row.getTimestamp("due_at").toInstant(),
                        row.getTimestamp("now").toInstant()))
                .list());
    }
}
