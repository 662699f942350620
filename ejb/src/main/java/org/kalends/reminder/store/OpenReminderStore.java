package org.kalends.reminder.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.kalends.database.Ids;
import org.kalends.reminder.Reminder;

/** The table {@code open_reminder}. */
@ApplicationScoped
public class OpenReminderStore {

    /** Nobody deals with more; the rest is told when these are done. */
    private static final int MOST = 100;

    @Inject
    Jdbi jdbi;

    /** A reminder that somebody has not dealt with. */
    public record Open(UUID id, Reminder reminder) {}

    /** One for each instance, the last that went off; what is older than a day goes. */
    public void add(Collection<Reminder> reminders) {
        if (reminders.isEmpty()) return;
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        with old as (delete from open_reminder where home_id = any(:users) and due_at < now() - interval '1 day')
                        insert into open_reminder (home_id, id, obj_home, obj_id, instance, due_at)
                        select distinct on (reader, home, object, at) reader, id, home, object, at::timestamptz, due::timestamptz
                        from unnest(:users, :ids, :homes, :objects, :instances, :dues)
                          as n (reader, id, home, object, at, due)
                        on conflict (home_id, obj_home, obj_id, instance)
                          do update set due_at = greatest(open_reminder.due_at, excluded.due_at)""")
                .bind("users", ids(reminders, Reminder::user))
                .bind("ids", ids(reminders, any -> Ids.next()))
                .bind("homes", ids(reminders, Reminder::home))
                .bind("objects", ids(reminders, Reminder::object))
                .bind("instances", moments(reminders, Reminder::instance))
                .bind("dues", moments(reminders, Reminder::due))
                .execute());
    }

    /** Those of one person, the oldest first. */
    public List<Open> of(UUID user) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from open_reminder where home_id = :user order by due_at, id limit :most")
                .bind("user", user)
                .bind("most", MOST)
                .map((row, context) -> open(row))
                .list());
    }

    /** For this transaction alone. */
    public Optional<Open> lock(UUID user, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from open_reminder where home_id = :user and id = :id for update")
                .bind("user", user)
                .bind("id", id)
                .map((row, context) -> open(row))
                .findOne());
    }

    /** He has dealt with it. */
    public void remove(UUID user, UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from open_reminder where home_id = :user and id = :id")
                .bind("user", user)
                .bind("id", id)
                .execute());
    }

    private static Open open(ResultSet row) throws SQLException {
        var reminder = new Reminder(
                row.getObject("obj_home", UUID.class),
                row.getObject("obj_id", UUID.class),
                row.getObject("home_id", UUID.class),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("instance").toInstant());
        return new Open(row.getObject("id", UUID.class), reminder);
    }

    private static UUID[] ids(Collection<Reminder> reminders, Function<Reminder, UUID> part) {
        return reminders.stream().map(part).toArray(UUID[]::new);
    }

    private static String[] moments(Collection<Reminder> reminders, Function<Reminder, Instant> part) {
        return reminders.stream().map(part).map(Instant::toString).toArray(String[]::new);
    }
}
