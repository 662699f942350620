package org.kalends.exchange.folder.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.item.ItemId;
import org.kalends.icalendar.Uid;
import org.kalends.outbox.Json;

/** Which state of which item is here, and which calendar here stands for which there. */
@ApplicationScoped
public class TakenStore {

    @Inject
    Jdbi jdbi;

    /**
     * An event that is here and there.
     *
     * @param parts digests of what the item says, as far as we write; empty where that is not known
     * @param kind what the item is there
     */
    public record Taken(Uid uid, ItemId item, String folder, Map<String, String> parts, Kind kind) {

        public Taken {
            parts = Map.copyOf(parts);
        }
    }

    /** As it is stored. */
    record Parts(Map<String, String> digests) {}

    /** What an item is there. */
    public enum Kind {
        /** The same as here. */
        SAME,
        /** Made by us of somebody else's meeting: an appointment of its own. */
        APPOINTMENT
    }

    /** Change keys of those that were taken, by the item's id. */
    public Map<String, String> changeKeys(UUID home, Collection<String> items) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select item_id, change_key from ews_map where home_id = :home and item_id = any(:items)")
                .bind("home", home)
                .bind("items", items.toArray(String[]::new))
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Optional<Taken> find(UUID home, Uid uid) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from ews_map where home_id = :home and uid = :uid")
                        .bind("home", home)
                        .bind("uid", uid.value())
                        .map((row, context) -> taken(row))
                        .findOne());
    }

    /** Those of the items that are here. */
    public Collection<Taken> ofItems(UUID home, Collection<String> items) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from ews_map where home_id = :home and item_id = any(:items)")
                        .bind("home", home)
                        .bind("items", items.toArray(String[]::new))
                        .map((row, context) -> taken(row))
                        .list());
    }

    /** Those of a calendar that are none of these items. */
    public Collection<Taken> others(UUID home, String folder, Collection<String> items) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from ews_map where home_id = :home and folder_id = :folder and not item_id = any(:items)")
                .bind("home", home)
                .bind("folder", folder)
                .bind("items", items.toArray(String[]::new))
                .map((row, context) -> taken(row))
                .list());
    }

    /** Those of these events that are here and there, by their UIDs. */
    public Map<Uid, Taken> of(UUID home, Collection<Uid> uids) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from ews_map where home_id = :home and uid = any(:uids)")
                        .bind("home", home)
                        .bind("uids", uids.stream().map(Uid::value).toArray(String[]::new))
                        .map((row, context) -> taken(row))
                        .collectToMap(Taken::uid, Function.identity()));
    }

    private static Taken taken(ResultSet row) throws SQLException {
        var parts = row.getString("parts");
        return new Taken(
                new Uid(row.getString("uid")),
                new ItemId(row.getString("item_id"), row.getString("change_key")),
                row.getString("folder_id"),
                parts == null ? Map.of() : Json.read(parts, Parts.class).digests(),
                row.getBoolean("appointment") ? Kind.APPOINTMENT : Kind.SAME);
    }

    public void keep(UUID home, Collection<Taken> all, Instant now) {
        if (all.isEmpty()) return;
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch(
                    """
                    insert into ews_map (home_id, uid, item_id, folder_id, change_key, synced_at, parts, appointment)
                    values (:home, :uid, :item, :folder, :key, :now, :parts::jsonb, :appointment)
                    on conflict (home_id, uid) do update set item_id = excluded.item_id, folder_id = excluded.folder_id,
                      change_key = excluded.change_key, synced_at = excluded.synced_at, parts = excluded.parts,
                      appointment = excluded.appointment""");
            for (var taken : all) {
                batch.bind("home", home)
                        .bind("uid", taken.uid().value())
                        .bind("item", taken.item().id())
                        .bind("folder", taken.folder())
                        .bind("key", taken.item().changeKey())
                        .bind("now", now)
                        .bindByType("parts", json(taken), String.class)
                        .bind("appointment", taken.kind() == Kind.APPOINTMENT)
                        .add();
            }
            batch.execute();
        });
    }

    private static @Nullable String json(Taken taken) {
        return taken.parts().isEmpty() ? null : Json.write(new Parts(taken.parts()));
    }

    public void forget(UUID home, Uid uid) {
        jdbi.useHandle(
                handle -> handle.execute("delete from ews_map where home_id = ? and uid = ?", home, uid.value()));
    }

    /** In which calendars these events are here. */
    public Map<Uid, UUID> calendars(UUID home, Collection<Uid> uids) {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        """
                        select uid, cal_id from calendar_object
                        where home_id = :home and uid = any(:uids) and comp = 0 and deleted_at is null""")
                .bind("home", home)
                .bind("uids", uids.stream().map(Uid::value).toArray(String[]::new))
                .map((row, context) -> Map.entry(new Uid(row.getString(1)), row.getObject(2, UUID.class)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one)));
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

    /** The folder that a calendar here stands for. */
    public Optional<String> folder(UUID home, UUID calendar) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select folder_id from ews_folder where home_id = :home and cal_id = :calendar")
                .bind("home", home)
                .bind("calendar", calendar)
                .mapTo(String.class)
                .findFirst());
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
