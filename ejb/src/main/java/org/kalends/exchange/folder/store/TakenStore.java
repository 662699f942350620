package org.kalends.exchange.folder.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.exchange.item.ItemId;
import org.kalends.icalendar.Uid;

/** Which state of which item was taken from Exchange, and which calendar here stands for which there. */
@ApplicationScoped
public class TakenStore {

    @Inject
    Jdbi jdbi;

    /** Change keys of those that were taken, by the item's id. */
    public Map<String, String> changeKeys(UUID home, Collection<String> items) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select item_id, change_key from ews_map where home_id = :home and item_id = any(:items)")
                .bind("home", home)
                .bind("items", items.toArray(String[]::new))
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void keep(UUID home, String folder, Map<Uid, ItemId> taken, Instant now) {
        if (taken.isEmpty()) return;
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch(
                    """
                    insert into ews_map (home_id, uid, item_id, folder_id, change_key, synced_at)
                    values (:home, :uid, :item, :folder, :key, :now)
                    on conflict (home_id, uid) do update set item_id = excluded.item_id, folder_id = excluded.folder_id,
                      change_key = excluded.change_key, synced_at = excluded.synced_at""");
            taken.forEach((uid, id) -> batch.bind("home", home)
                    .bind("uid", uid.value())
                    .bind("item", id.id())
                    .bind("folder", folder)
                    .bind("key", id.changeKey())
                    .bind("now", now)
                    .add());
            batch.execute();
        });
    }

    /** The calendar here that stands for the folder. */
    public Optional<UUID> calendar(UUID home, String folder) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select f.cal_id from ews_folder f join calendar c using (home_id, cal_id)"
                                + " where f.home_id = :home and f.folder_id = :folder")
                        .bind("home", home)
                        .bind("folder", folder)
                        .mapTo(UUID.class)
                        .findOne());
    }

    public void keep(UUID home, String folder, UUID calendar) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into ews_folder (home_id, folder_id, cal_id) values (:home, :folder, :calendar)"
                                + " on conflict (home_id, folder_id) do update set cal_id = excluded.cal_id")
                .bind("home", home)
                .bind("folder", folder)
                .bind("calendar", calendar)
                .execute());
    }
}
