package org.kalends.outbox.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
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
