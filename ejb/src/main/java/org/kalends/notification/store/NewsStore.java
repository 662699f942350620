package org.kalends.notification.store;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.database.Recent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.identity.CalendarAddress;
import org.kalends.notification.Decided;

/** The table {@code mail_news}. */
@Singleton
public class NewsStore {

    /** Each mail of one decision reads the same. */
    private final Recent<UUID, Decided> recent = new Recent<>(16);

    private final Jdbi jdbi;

    @Inject
    public NewsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(Decided news) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into mail_news (home_id, id, method, before_ical, after_ical, actor_name, actor_address, at)
                        values (:home, :id, :method, :before, :after, :name, :address, :at) on conflict do nothing""")
                .bind("home", news.home())
                .bind("id", news.id())
                .bind("method", news.method().name())
                .bind("before", text(news.before()))
                .bind("after", text(news.after()))
                .bind("name", news.actorName())
                .bind("address", news.actorAddress().value())
                .bind("at", news.at())
                .execute());
    }

    /** Those that are there, by id. */
    public Map<UUID, Decided> find(UUID home, Collection<UUID> ids) {
        return recent.of(ids, missing -> read(home, missing));
    }

    private Map<UUID, Decided> read(UUID home, Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from mail_news where home_id = :home and id = any(:ids)")
                        .bind("home", home)
                        .bind("ids", ids.stream().distinct().toArray(UUID[]::new))
                        .map((row, context) -> news(row))
                        .collect(toMap(Decided::id, news -> news)));
    }

    public int deleteBefore(Instant moment, int limit) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        delete from mail_news where (home_id, id) in (
                          select home_id, id from mail_news where at < :moment limit :limit for update skip locked)""")
                .bind("moment", moment)
                .bind("limit", limit)
                .execute());
    }

    private static Decided news(ResultSet row) throws SQLException {
        return new Decided(
                row.getObject("home_id", UUID.class),
                row.getObject("id", UUID.class),
                Method.valueOf(row.getString("method")),
                series(row.getString("before_ical")),
                series(row.getString("after_ical")),
                row.getString("actor_name"),
                new CalendarAddress(row.getString("actor_address")),
                row.getTimestamp("at").toInstant());
    }

    private static @Nullable String text(@Nullable EventSeries series) {
        return series == null ? null : ICalendar.write(series);
    }

    private static @Nullable EventSeries series(@Nullable String text) {
        return text == null ? null : ICalendar.parse(text);
    }
}
