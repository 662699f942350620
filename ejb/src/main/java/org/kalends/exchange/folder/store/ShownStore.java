package org.kalends.exchange.folder.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
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
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                select m.uid, count(i.rid) from ews_map m
                left join calendar_object o on o.home_id = m.home_id and o.uid = m.uid and o.deleted_at is null and o.comp = 0
                left join instance i on i.home_id = o.home_id and i.obj_id = o.obj_id and i.period && tstzrange(:from, :to)
                where m.home_id = :home and m.folder_id = :folder group by m.uid""")
                .bind("home", home)
                .bind("folder", folder)
                .bind("from", range.start())
                .bind("to", range.end())
                .map((row, context) -> Map.entry(new Uid(row.getString(1)), row.getInt(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
