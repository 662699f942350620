package org.kalends.live.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.event.ChangeNotice;

/** The table {@code change_log}, read by time. The entity tag is made of the same columns as in the event store. */
@Dependent
public class ChangeLog {

    private final Jdbi jdbi;

    @Inject
    public ChangeLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest {@code limit}, oldest first. */
    public List<ChangeNotice> since(Instant moment, Collection<UUID> homes, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select * from (
                          select l.home_id, l.cal_id, l.obj_id, l.at,
                            case when l.op = 'D' then 'DELETED' when o.created >= :since then 'CREATED'
                                 else 'CHANGED' end as kind,
                            case when l.op = 'D' or o.obj_id is null then ''
                                 else o.change_seq || '-' || encode(substring(o.etag from 1 for 8), 'hex') end as tag
                          from change_log l left join calendar_object o using (home_id, obj_id)
                          where l.home_id = any(:homes) and l.at >= :since
                          order by l.at desc limit :limit) as newest
                        order by at""")
                .bind("homes", homes.toArray(UUID[]::new))
                .bind("since", moment)
                .bind("limit", limit)
                .map((row, context) -> notice(row))
                .list());
    }

    private static ChangeNotice notice(ResultSet row) throws SQLException {
        return new ChangeNotice(
                row.getObject("home_id", UUID.class),
                row.getObject("cal_id", UUID.class),
                row.getObject("obj_id", UUID.class),
                ChangeNotice.Kind.valueOf(row.getString("kind")),
                row.getString("tag"),
                row.getTimestamp("at").toInstant(),
                null);
    }
}
