package org.kalends.freebusy.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Texts that say when people can be met, of many homes in one statement. */
@ApplicationScoped
public class AvailabilityStore {

    @Inject
    Jdbi jdbi;

    /** @param text a VCALENDAR with VAVAILABILITYs */
    public record Row(UUID home, String text) {}

    /** What is said of the homes, and in those of their calendars that count. */
    public List<Row> of(Collection<UUID> homes) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                select home_id, availability as text from home where home_id = any(:homes) and availability <> ''
                union all
                select o.home_id, convert_from(o.ical, 'UTF8') from calendar_object o join calendar c using (home_id, cal_id)
                where o.home_id = any(:homes) and o.comp = 4 and o.deleted_at is null
                  and not c.transparent and c.deleted_at is null""")
                .bind("homes", homes.toArray(UUID[]::new))
                .map((row, context) -> new Row(row.getObject("home_id", UUID.class), row.getString("text")))
                .list());
    }

    /** Of one calendar, whether its owner counts it or not. */
    public List<Row> in(UUID home, UUID calendar) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select home_id, convert_from(ical, 'UTF8') as text from calendar_object"
                                + " where home_id = ? and cal_id = ? and comp = 4 and deleted_at is null")
                        .bind(0, home)
                        .bind(1, calendar)
                        .map((row, context) -> new Row(row.getObject("home_id", UUID.class), row.getString("text")))
                        .list());
    }
}
