package org.kalends.outbox.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code processed}. */
@Dependent
public class ProcessedStore {

    private final Jdbi jdbi;

    @Inject
    public ProcessedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when the key was there; waits for a transaction that is just writing the same. */
    public boolean remember(UUID home, String consumer, String key) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                insert into processed (home_id, consumer, dedup_key) values (:home, :consumer, :key)
                                on conflict do nothing""")
                        .bind("home", home)
                        .bind("consumer", consumer)
                        .bind("key", key)
                        .execute()
                == 1);
    }

    public Set<UUID> remembered(String consumer, Map<UUID, String> keys) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select home_id from processed join unnest(:homes, :keys) as asked(home, key)
                          on home_id = asked.home and dedup_key = asked.key where consumer = :consumer""")
                .bind("homes", keys.keySet().toArray(UUID[]::new))
                .bind("keys", keys.values().toArray(String[]::new))
                .bind("consumer", consumer)
                .mapTo(UUID.class)
                .set());
    }

    public int deleteBefore(Instant moment, int limit) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        delete from processed where (home_id, consumer, dedup_key) in (
                          select home_id, consumer, dedup_key from processed where at < :moment
                          limit :limit for update skip locked)""")
                .bind("moment", moment)
                .bind("limit", limit)
                .execute());
    }
}
