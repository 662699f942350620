package org.kalends.freebusy.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.time.Interval;

/** Busy instances of many homes in one statement; no text is read. */
@ApplicationScoped
public class BusyStore {

    @Inject
    Jdbi jdbi;

    /** @param freeBusy 1 busy, 2 tentative, 3 unavailable */
    public record Row(UUID home, Interval period, boolean floating, int freeBusy) {}

    /** Of one calendar, whether its owner counts it or not. */
    public List<Row> busyIn(UUID home, UUID calendar, Interval range) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                select i.home_id, lower(i.period) as starts, upper(i.period) as ends, i.floating, i.fbtype
                from instance i
                where i.home_id = :home and i.cal_id = :calendar and i.period && tstzrange(:from, :to) and i.fbtype > 0
                order by 2""")
                .bind("home", home)
                .bind("calendar", calendar)
                .bind("from", range.start())
                .bind("to", range.end())
                .map((row, context) -> row(row))
                .list());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("home_id", UUID.class),
                new Interval(
                        row.getObject("starts", OffsetDateTime.class).toInstant(),
                        row.getObject("ends", OffsetDateTime.class).toInstant()),
                row.getBoolean("floating"),
                row.getInt("fbtype"));
    }

    /** @param except UID of the event that does not count, in whosever copy; empty when all count */
    public List<Row> busy(Collection<UUID> homes, Interval range, String except) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                select i.home_id, lower(i.period) as starts, upper(i.period) as ends, i.floating, i.fbtype
                from instance i join calendar c using (home_id, cal_id)
                where i.home_id = any(:homes) and i.period && tstzrange(:from, :to) and i.fbtype > 0
                  and not c.transparent and c.deleted_at is null
                  and (:except = '' or not exists (select 1 from calendar_object o
                    where o.home_id = i.home_id and o.obj_id = i.obj_id and o.uid = :except))
                order by 1, 2""")
                .bind("homes", homes.toArray(UUID[]::new))
                .bind("except", except)
                .bind("from", range.start())
                .bind("to", range.end())
                .map((row, context) -> row(row))
                .list());
    }
}
