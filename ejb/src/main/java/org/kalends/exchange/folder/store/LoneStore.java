package org.kalends.exchange.folder.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.exchange.item.ItemId;
import org.kalends.icalendar.Uid;

/** Items that are one instance of a series each, of which nobody here has more: together they are one event here. */
@ApplicationScoped
public class LoneStore {

    @Inject
    Jdbi jdbi;

    /**
     * One of the items.
     *
     * @param uid of the event
     * @param instance its RECURRENCE-ID; of whole days as if they were of UTC
     */
    public record Lone(Uid uid, Instant instance, ItemId item, String folder) {

        public Lone with(ItemId now) {
            return new Lone(uid, instance, now, folder);
        }
    }

    public List<Lone> of(UUID home, Uid uid) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from ews_lone where home_id = :home and uid = :uid order by instance")
                .bind("home", home)
                .bind("uid", uid.value())
                .map((row, context) -> lone(row))
                .list());
    }

    /** Those that are among these items. */
    public List<Lone> ofItems(UUID home, Collection<String> items) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from ews_lone where home_id = :home and item_id = any(:items)")
                        .bind("home", home)
                        .bind("items", items.toArray(String[]::new))
                        .map((row, context) -> lone(row))
                        .list());
    }

    /** Those of a calendar that are none of these items. */
    public List<Lone> others(UUID home, String folder, Collection<String> items) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from ews_lone where home_id = :home and folder_id = :folder"
                                + " and not item_id = any(:items)")
                        .bind("home", home)
                        .bind("folder", folder)
                        .bind("items", items.toArray(String[]::new))
                        .map((row, context) -> lone(row))
                        .list());
    }

    private static Lone lone(ResultSet row) throws SQLException {
        return new Lone(
                new Uid(row.getString("uid")),
                row.getTimestamp("instance").toInstant(),
                new ItemId(row.getString("item_id"), row.getString("change_key")),
                row.getString("folder_id"));
    }

    public void keep(UUID home, Collection<Lone> all) {
        if (all.isEmpty()) return;
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch(
                    """
                    insert into ews_lone (home_id, uid, instance, item_id, folder_id, change_key)
                    values (:home, :uid, :instance, :item, :folder, :key)
                    on conflict (home_id, uid, instance) do update set item_id = excluded.item_id,
                      folder_id = excluded.folder_id, change_key = excluded.change_key""");
            for (var one : all) {
                batch.bind("home", home)
                        .bind("uid", one.uid().value())
                        .bind("instance", Timestamp.from(one.instance()))
                        .bind("item", one.item().id())
                        .bind("folder", one.folder())
                        .bind("key", one.item().changeKey())
                        .add();
            }
            batch.execute();
        });
    }

    public void forget(UUID home, Lone one) {
        jdbi.useHandle(handle -> handle.execute(
                "delete from ews_lone where home_id = ? and uid = ? and instance = ?",
                home,
                one.uid().value(),
                Timestamp.from(one.instance())));
    }

    /** All of these events, as their series are known. */
    public void forget(UUID home, Collection<Uid> uids) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from ews_lone where home_id = :home and uid = any(:uids)")
                .bind("home", home)
                .bind("uids", uids.stream().map(Uid::value).toArray(String[]::new))
                .execute());
    }
}
