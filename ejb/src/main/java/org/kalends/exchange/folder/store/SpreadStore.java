package org.kalends.exchange.folder.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.kalends.exchange.item.ItemId;
import org.kalends.icalendar.Uid;

/** Series that Exchange has as single appointments, and these. */
@ApplicationScoped
public class SpreadStore {

    @Inject
    Jdbi jdbi;

    /**
     * One of the appointments.
     *
     * @param uid its own
     * @param series UID of the series here
     * @param digest of what it says there; empty where that is not known
     */
    public record Single(Uid uid, Uid series, ItemId item, String folder, String digest) {

        /** The same after somebody changed it there. */
        public Single changed(ItemId now, String place) {
            return new Single(uid, series, now, place, "");
        }
    }

    public boolean knows(UUID home, Uid series) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from ews_spread where home_id = :home and uid = :uid)")
                .bind("home", home)
                .bind("uid", series.value())
                .mapTo(Boolean.class)
                .one());
    }

    /** That series were last written before then. */
    public List<Uid> writtenBefore(UUID home, Instant then) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select uid from ews_spread where home_id = :home and written_at < :then")
                        .bind("home", home)
                        .bind("then", then)
                        .map((row, context) -> new Uid(row.getString(1)))
                        .list());
    }

    /** All of it is there now as it is to be. */
    public void written(UUID home, Uid series, Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into ews_spread (home_id, uid, written_at) values (?, ?, ?)"
                        + " on conflict (home_id, uid) do update set written_at = excluded.written_at",
                home,
                series.value(),
                now));
    }

    /** It is not there so any more. */
    public void forget(UUID home, Uid series) {
        jdbi.useHandle(
                handle -> handle.execute("delete from ews_spread where home_id = ? and uid = ?", home, series.value()));
    }

    /** Appointments of a series, by their own UIDs. */
    public Map<Uid, Single> of(UUID home, Uid series) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from ews_spread_item where home_id = :home and uid = :uid")
                        .bind("home", home)
                        .bind("uid", series.value())
                        .map((row, context) -> single(row))
                        .collectToMap(Single::uid, Function.identity()));
    }

    /** Those of these events that are such appointments, by their UIDs. */
    public Map<Uid, Single> among(UUID home, Collection<Uid> uids) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from ews_spread_item where home_id = :home and single = any(:uids)")
                .bind("home", home)
                .bind("uids", uids.stream().map(Uid::value).toArray(String[]::new))
                .map((row, context) -> single(row))
                .collectToMap(Single::uid, Function.identity()));
    }

    /** Those of these items that are such appointments. */
    public List<Single> ofItems(UUID home, Collection<String> items) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from ews_spread_item where home_id = :home and item_id = any(:items)")
                .bind("home", home)
                .bind("items", items.toArray(String[]::new))
                .map((row, context) -> single(row))
                .list());
    }

    /** Those of a calendar that are none of these items. */
    public List<Single> others(UUID home, String folder, Collection<String> items) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from ews_spread_item where home_id = :home and folder_id = :folder"
                                + " and not item_id = any(:items)")
                .bind("home", home)
                .bind("folder", folder)
                .bind("items", items.toArray(String[]::new))
                .map((row, context) -> single(row))
                .list());
    }

    private static Single single(ResultSet row) throws SQLException {
        return new Single(
                new Uid(row.getString("single")),
                new Uid(row.getString("uid")),
                new ItemId(row.getString("item_id"), row.getString("change_key")),
                row.getString("folder_id"),
                row.getString("digest"));
    }

    public void keep(UUID home, Collection<Single> all) {
        if (all.isEmpty()) return;
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch(
                    """
                    insert into ews_spread_item (home_id, single, uid, item_id, folder_id, change_key, digest)
                    values (:home, :single, :uid, :item, :folder, :key, :digest)
                    on conflict (home_id, single) do update set item_id = excluded.item_id,
                      folder_id = excluded.folder_id, change_key = excluded.change_key, digest = excluded.digest""");
            for (var one : all) {
                batch.bind("home", home)
                        .bind("single", one.uid().value())
                        .bind("uid", one.series().value())
                        .bind("item", one.item().id())
                        .bind("folder", one.folder())
                        .bind("key", one.item().changeKey())
                        .bind("digest", one.digest())
                        .add();
            }
            batch.execute();
        });
    }

    public void forget(UUID home, Single one) {
        jdbi.useHandle(handle -> handle.execute(
                "delete from ews_spread_item where home_id = ? and single = ?",
                home,
                one.uid().value()));
    }
}
