package org.kalends.exchange.folder.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Uid;
import org.kalends.time.Interval;

/** How many instances events of Exchange have here. */
@ApplicationScoped
public class ShownStore {

    @Inject
    Jdbi jdbi;

    /**
     * By their UIDs; of those that are not here any more, none.
     *
     * @param folder of which they are there
     * @param range within that for which instances are stored
     */
    public Map<Uid, Integer> instances(UUID home, String folder, Interval range) {
        // each table is read once and by itself: joined by a database that knows nothing yet of the thousands of rows
        // that just came, they took minutes
        return jdbi.withHandle(handle -> {
            var shown = counts(handle, home, range);
            var found = new HashMap<Uid, Integer>();
            handle.createQuery("select uid from ews_map where home_id = :home and folder_id = :folder")
                    .bind("home", home)
                    .bind("folder", folder)
                    .map((row, context) -> new Uid(row.getString(1)))
                    .forEach(uid -> found.put(uid, 0));
            handle.createQuery("select uid, obj_id from calendar_object"
                            + " where home_id = :home and comp = 0 and deleted_at is null")
                    .bind("home", home)
                    .map((row, context) -> Map.entry(new Uid(row.getString(1)), row.getObject(2, UUID.class)))
                    .forEach(one -> found.computeIfPresent(
                            one.getKey(), (uid, known) -> known + shown.getOrDefault(one.getValue(), 0)));
            return found;
        });
    }

    private static Map<UUID, Integer> counts(Handle handle, UUID home, Interval range) {
        return handle.createQuery("select obj_id, count(*) from instance"
                        + " where home_id = :home and period && tstzrange(:from, :to) group by obj_id")
                .bind("home", home)
                .bind("from", range.start())
                .bind("to", range.end())
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
