package org.kalends.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.CalendarCollection.Look;

/** Live calendars as rows, a statement each. */
@ApplicationScoped
public class CollectionStore {

    private static final String COLUMNS = "home_id, cal_id, uri, name, description, color, ord, zone, transparent,"
            + " is_default, comps, change_seq, min_valid_seq";

    @Inject
    Jdbi jdbi;

    public Optional<CalendarCollection> find(UUID home, String uri) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from calendar where home_id = ? and uri = ? and deleted_at is null")
                .bind(0, home)
                .bind(1, uri)
                .map(CollectionStore::collection)
                .findOne());
    }

    public List<CalendarCollection> ofHome(UUID home) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from calendar where home_id = ? and deleted_at is null order by ord, cal_id")
                .bind(0, home)
                .map(CollectionStore::collection)
                .list());
    }

    private static CalendarCollection collection(ResultSet row, StatementContext context) throws SQLException {
        return new CalendarCollection(
                row.getObject("home_id", UUID.class),
                row.getObject("cal_id", UUID.class),
                row.getString("uri"),
                new Look(
                        row.getString("name"), row.getString("description"), row.getString("color"), row.getInt("ord")),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("transparent"),
                row.getBoolean("is_default"),
                new LinkedHashSet<>(List.of(row.getString("comps").split(","))),
                row.getLong("change_seq"),
                row.getLong("min_valid_seq"));
    }
}
