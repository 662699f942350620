package org.kalends.reminder.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.kalends.reminder.Due;

/**
 * The tables {@code alarm_change} and {@code alarm_due}. All times are the database's, so nodes whose clocks differ take
 * nothing twice.
 */
@ApplicationScoped
public class AlarmStore {

    @Inject
    Jdbi jdbi;

    /**
     * An object whose alarms are to be reckoned anew.
     *
     * @param at since when; what went off before was told already
     */
    public record Changed(UUID home, UUID object, Instant at) {}

    /** Takes the oldest for this transaction; no other node sees them. */
    public List<Changed> takeChanged(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        delete from alarm_change where (home_id, obj_id) in (
                          select home_id, obj_id from alarm_change order by at limit :limit for update skip locked)
                        returning home_id, obj_id, at""")
                .bind("limit", limit)
                .map((row, context) -> new Changed(
                        row.getObject("home_id", UUID.class),
                        row.getObject("obj_id", UUID.class),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    /** All that somebody is to be reminded of is to be reckoned anew. */
    public void noteAll(UUID user) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into alarm_change (home_id, obj_id)
                        select home_id, obj_id from alarm_due where user_id = :user order by home_id, obj_id
                        on conflict (home_id, obj_id) do update set at = alarm_change.at""")
                .bind("user", user)
                .execute());
    }

    /** What is due for all readers of these objects. */
    public List<Due> known(Collection<Changed> objects) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select d.* from alarm_due d join unnest(:homes, :objects) as w (home, object)
                          on d.home_id = w.home and d.obj_id = w.object""")
                .bind("homes", column(objects, Changed::home))
                .bind("objects", column(objects, Changed::object))
                .map((row, context) -> due(row))
                .list());
    }

    /** What is due for the readers of these objects from now on; all else of theirs goes. */
    public void replace(Collection<Changed> objects, Collection<Due> next, Duration ahead) {
        jdbi.useHandle(handle -> bind(
                        handle.createUpdate(
                                """
                                with gone as (delete from alarm_due d using unnest(:goneHomes, :goneObjects) as w (home, object)
                                  where d.home_id = w.home and d.obj_id = w.object and not exists (
                                    select from unnest(:homes, :objects, :users) as n (home, object, reader)
                                    where n.home = d.home_id and n.object = d.obj_id and n.reader = d.user_id))
                                """
                                        + NEXT),
                        next,
                        ahead)
                .bind("goneHomes", column(objects, Changed::home))
                .bind("goneObjects", column(objects, Changed::object))
                .execute());
    }

    private static final String NEXT =
            """
            insert into alarm_due (home_id, obj_id, user_id, due_at, look_at)
            select home, object, reader, at::timestamptz, at::timestamptz - make_interval(secs => :ahead)
            from unnest(:homes, :objects, :users, :moments) as n (home, object, reader, at)
            on conflict (home_id, obj_id, user_id) do update set due_at = excluded.due_at, look_at = excluded.look_at
            """;

    /**
     * One that is due soon.
     *
     * @param delay until it is due; negative when it is late
     */
    public record Upcoming(Due due, Duration delay) {}

    /** What is to be looked at now, for this transaction; no other node sees it. */
    public List<Upcoming> upcoming(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select d.*, (extract(epoch from due_at - clock_timestamp()) * 1000)::bigint as wait from alarm_due d
                        where look_at <= now() order by look_at limit :limit for update skip locked""")
                .bind("limit", limit)
                .map((row, context) -> new Upcoming(due(row), Duration.ofMillis(row.getLong("wait"))))
                .list());
    }

    /** To be looked at again so long after they are due, or so long from now if they are late. */
    public void lookAgain(Collection<Due> dues, Duration patience) {
        jdbi.useHandle(handle -> bind(
                        handle.createUpdate(
                                """
                                update alarm_due d set look_at = greatest(due_at, now()) + make_interval(secs => :ahead)
                                from unnest(:homes, :objects, :users, :moments) as n (home, object, reader, at)
                                where d.home_id = home and d.obj_id = object and d.user_id = reader
                                  and d.due_at = at::timestamptz"""),
                        dues,
                        patience)
                .execute());
    }

    /**
     * One that is still so.
     *
     * @param now the database's clock
     */
    public record Locked(Due due, Instant now) {

        /** Who delivers has another clock. */
        public boolean early() {
            return due.at().isAfter(now);
        }
    }

    /**
     * Those of the briefs that nobody has dealt with and nothing has changed, for this transaction alone. Who has them is
     * waited for: it may be a node that dies of it.
     */
    public List<Locked> lock(Collection<Due> briefs) {
        return jdbi.withHandle(handle -> bind(
                        handle.createQuery(
                                """
                                select d.*, clock_timestamp() as now from alarm_due d
                                join unnest(:homes, :objects, :users, :moments) as n (home, object, reader, at)
                                  on d.home_id = home and d.obj_id = object and d.user_id = reader
                                    and d.due_at = at::timestamptz
                                order by d.home_id, d.obj_id, d.user_id for update of d"""),
                        briefs)
                .map((row, context) ->
                        new Locked(due(row), row.getTimestamp("now").toInstant()))
                .list());
    }

    /** What was dealt with, and what comes next of it. */
    public void roll(Collection<Due> done, Collection<Due> next, Duration ahead) {
        jdbi.useHandle(handle -> {
            bind(
                            handle.createUpdate(
                                    """
                                    delete from alarm_due d using unnest(:homes, :objects, :users, :moments)
                                      as n (home, object, reader, at)
                                    where d.home_id = home and d.obj_id = object and d.user_id = reader"""),
                            done)
                    .execute();
            if (!next.isEmpty()) bind(handle.createUpdate(NEXT), next, ahead).execute();
        });
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Collection<Due> dues, Duration ahead) {
        return bind(statement, dues).bind("ahead", ahead.toSeconds());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Collection<Due> dues) {
        return statement
                .bind("homes", column(dues, Due::home))
                .bind("objects", column(dues, Due::object))
                .bind("users", column(dues, Due::user))
                .bind("moments", dues.stream().map(due -> due.at().toString()).toArray(String[]::new));
    }

    private static <T> UUID[] column(Collection<T> rows, Function<T, UUID> part) {
        return rows.stream().map(part).toArray(UUID[]::new);
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("home_id", UUID.class),
                row.getObject("obj_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getTimestamp("due_at").toInstant());
    }
}
