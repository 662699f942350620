package org.kalends.exchange.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Up to where calendars there were followed. */
@ApplicationScoped
public class CursorStore {

    @Inject
    Jdbi jdbi;

    public Optional<String> find(UUID home, String folder) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select sync_state from ews_cursor where home_id = ? and folder_id = ?")
                        .bind(0, home)
                        .bind(1, folder)
                        .mapTo(String.class)
                        .findOne());
    }

    public void keep(UUID home, String folder, String syncState) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into ews_cursor (home_id, folder_id, sync_state) values (?, ?, ?)"
                        + " on conflict (home_id, folder_id) do update set sync_state = excluded.sync_state",
                home,
                folder,
                syncState));
    }
}
