package org.kalends.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.kalends.feed.Feed;
import org.kalends.feed.Feed.Level;

/** Feeds by the hash of their token; times are the database's. */
@ApplicationScoped
public class FeedStore {

    private static final String COLUMNS = "f.home_id, f.cal_id, f.id, f.level, f.created";

    @Inject
    Jdbi jdbi;

    public List<Feed> of(UUID home, UUID calendar) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from feed f where home_id = ? and cal_id = ? order by id")
                .bind(0, home)
                .bind(1, calendar)
                .map(FeedStore::feed)
                .list());
    }

    public Feed add(UUID home, UUID calendar, UUID id, Level level, byte[] tokenHash) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "insert into feed as f (home_id, cal_id, id, level, token_hash) values (?, ?, ?, ?, ?) returning "
                                + COLUMNS)
                .bind(0, home)
                .bind(1, calendar)
                .bind(2, id)
                .bind(3, level.name())
                .bind(4, tokenHash)
                .map(FeedStore::feed)
                .one());
    }

    /** Another token for the same feed; the old one leads nowhere from now on. */
    public Optional<Feed> rotate(UUID home, UUID calendar, UUID id, byte[] tokenHash) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "update feed f set token_hash = ? where home_id = ? and cal_id = ? and id = ? returning "
                                + COLUMNS)
                .bind(0, tokenHash)
                .bind(1, home)
                .bind(2, calendar)
                .bind(3, id)
                .map(FeedStore::feed)
                .findOne());
    }

    public boolean remove(UUID home, UUID calendar, UUID id) {
        return jdbi.withHandle(handle ->
                handle.execute("delete from feed where home_id = ? and cal_id = ? and id = ?", home, calendar, id)
                        == 1);
    }

    /** A feed with the address of its calendar. */
    public record Found(Feed feed, String uri) {}

    /** Of a calendar that is there, whose owner is not shut out. */
    public Optional<Found> find(byte[] tokenHash) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + ", c.uri from feed f"
                        + " join calendar c on c.home_id = f.home_id and c.cal_id = f.cal_id and c.deleted_at is null"
                        + " join principal p on p.id = f.home_id and p.blocked_at is null and p.retired_at is null"
                        + " where f.token_hash = ?")
                .bind(0, tokenHash)
                .map((row, context) -> new Found(feed(row, context), row.getString("uri")))
                .findOne());
    }

    private static Feed feed(ResultSet row, StatementContext context) throws SQLException {
        return new Feed(
                row.getObject("home_id", UUID.class),
                row.getObject("cal_id", UUID.class),
                row.getObject("id", UUID.class),
                Level.valueOf(row.getString("level")),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }
}
