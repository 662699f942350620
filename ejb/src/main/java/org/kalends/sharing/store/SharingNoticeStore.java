package org.kalends.sharing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.sharing.Level;
import org.kalends.sharing.Shares.Place;
import org.kalends.sharing.SharingNotice;
import org.kalends.sharing.SharingNotice.Kind;

/** The table {@code sharing_notice}. */
@ApplicationScoped
public class SharingNoticeStore {

    private static final int MOST = 500;

    @Inject
    Jdbi jdbi;

    /** The oldest first; of calendars that are gone none. */
    public List<SharingNotice> of(UUID home) {
        return jdbi.withHandle(handle -> handle.createQuery("select n.* from sharing_notice n"
                        + " join calendar c on c.home_id = n.of_home and c.cal_id = n.cal_id and c.deleted_at is null"
                        + " where n.home_id = ? order by n.created, n.notice_id limit " + MOST)
                .bind(0, home)
                .map((row, context) -> notice(row))
                .list());
    }

    public Optional<SharingNotice> find(UUID home, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from sharing_notice where home_id = ? and notice_id = ?")
                        .bind(0, home)
                        .bind(1, id)
                        .map((row, context) -> notice(row))
                        .findOne());
    }

    /** In the place of what was said of the same calendar to the same person by the same. */
    public void put(SharingNotice notice) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                with gone as (delete from sharing_notice where home_id = :home and of_home = :ofHome
                  and cal_id = :calendar and other_id = :other)
                insert into sharing_notice (home_id, notice_id, kind, of_home, cal_id, other_id, level, summary, reply_to, created)
                values (:home, :id, :kind, :ofHome, :calendar, :other, :level, :summary, :replyTo, :created)""")
                .bind("home", notice.home())
                .bind("id", notice.id())
                .bind("kind", notice.kind().name())
                .bind("ofHome", notice.place().home())
                .bind("calendar", notice.place().calendar())
                .bind("other", notice.other())
                .bind("level", notice.level().code())
                .bind("summary", notice.summary())
                .bind("replyTo", notice.replyTo())
                .bind("created", notice.created())
                .execute());
    }

    public boolean remove(UUID home, UUID id) {
        return jdbi.withHandle(handle ->
                        handle.execute("delete from sharing_notice where home_id = ? and notice_id = ?", home, id))
                > 0;
    }

    private static SharingNotice notice(ResultSet row) throws SQLException {
        return new SharingNotice(
                row.getObject("home_id", UUID.class),
                row.getObject("notice_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new Place(row.getObject("of_home", UUID.class), row.getObject("cal_id", UUID.class)),
                row.getObject("other_id", UUID.class),
                Level.of(row.getInt("level")),
                row.getString("summary"),
                row.getObject("reply_to", UUID.class),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }
}
