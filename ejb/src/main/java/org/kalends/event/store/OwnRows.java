package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Events of one's own home with what the home's calendars say of them; one statement each. */
@ApplicationScoped
public class OwnRows {

    private static final String SELECT = "select " + EventStore.COLUMNS
            + ", (select c.fed from calendar c where c.home_id = calendar_object.home_id"
            + " and c.cal_id = calendar_object.cal_id) as fed"
            + " from calendar_object where home_id = ? and obj_id = ? and comp = 0";

    @Inject
    Jdbi jdbi;

    /**
     * An event of the home.
     *
     * @param fed whether its calendar follows an address outside
     */
    public record Own(EventRow row, boolean fed) {}

    public Optional<Own> find(UUID home, UUID event) {
        return one(SELECT, home, event);
    }

    /** Like {@link #find}, and no other transaction changes it until this one ends. */
    public Optional<Own> lock(UUID home, UUID event) {
        return one(SELECT + " for update", home, event);
    }

    private Optional<Own> one(String sql, UUID home, UUID event) {
        var rows = ConstructorMapper.of(EventRow.class);
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind(0, home)
                .bind(1, event)
                .map((row, context) -> new Own(rows.specialize(row, context).map(row, context), row.getBoolean("fed")))
                .findOne());
    }
}
