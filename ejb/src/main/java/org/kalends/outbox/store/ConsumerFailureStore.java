package org.kalends.outbox.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/** The table {@code consumer_failure}: the last reason for each message that was refused. */
@Dependent
public class ConsumerFailureStore {

    private final Jdbi jdbi;

    @Inject
    public ConsumerFailureStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void note(UUID home, String key, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into consumer_failure (home_id, dedup_key, reason) values (:home, :key, :reason)
                        on conflict (home_id, dedup_key) do update
                          set reason = excluded.reason, at = clock_timestamp()""")
                .bind("home", home)
                .bind("key", key)
                .bind("reason", reason)
                .execute());
    }

    /** The reasons of those that have one; the same key of two homes is the same message for two readers. */
    public Map<String, String> reasons(Collection<UUID> homes, Collection<String> keys) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select f.home_id || '/' || f.dedup_key as message, f.reason from consumer_failure f
                        join unnest(:homes, :keys) as m (home, key) on f.home_id = m.home and f.dedup_key = m.key""")
                .bind("homes", homes.toArray(UUID[]::new))
                .bind("keys", keys.toArray(String[]::new))
                .setMapKeyColumn("message")
                .setMapValueColumn("reason")
                .collectInto(new GenericType<Map<String, String>>() {}));
    }

    public int deleteBefore(Instant moment, int limit) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        delete from consumer_failure where (home_id, dedup_key) in (
                          select home_id, dedup_key from consumer_failure where at < :moment
                          limit :limit for update skip locked)""")
                .bind("moment", moment)
                .bind("limit", limit)
                .execute());
    }
}
