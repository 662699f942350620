package org.kalends.exchange.listening.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.kalends.identity.CalendarAddress;

/** Which mailboxes are told of by which connection. Who keeps one holds its mailboxes, on whatever node. */
@ApplicationScoped
public class StreamStore {

    /** Mailboxes of one connection, as Exchange allows. */
    public static final int MOST = 200;

    /** For how long a node that keeps connections may be silent; it is to be seen three times as often. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final String FREE =
            "ended_at is null and synced_at is not null and (stream_until is null or stream_until < :now)";

    @Inject
    Jdbi jdbi;

    /** A mailbox, with the ids of its calendars. */
    public record Listened(UUID home, CalendarAddress mailbox, List<String> folders) {}

    /**
     * Takes mailboxes of which nobody is told for a new connection.
     *
     * @param most connections of all nodes
     * @return its name; empty where nothing is to be done, or no more connections may be opened
     */
    public Optional<UUID> claim(int most, Instant now) {
        return jdbi.inTransaction(handle -> {
            handle.execute("select 1 from ews_pace for update"); // nodes count one after another
            int open = handle.createQuery(
                            "select count(distinct stream) from ews_subscription where stream_until >= :now")
                    .bind("now", now)
                    .mapTo(Integer.class)
                    .one();
            if (open >= most) return Optional.empty();
            var stream = UUID.randomUUID();
            return take(handle, stream, MOST, now) == 0 ? Optional.empty() : Optional.of(stream);
        });
    }

    /** Takes more of them for it, as far as there is room. */
    public void fill(UUID stream, Instant now) {
        jdbi.useTransaction(handle -> {
            int full = handle.createQuery("select count(*) from ews_subscription where stream = ?")
                    .bind(0, stream)
                    .mapTo(Integer.class)
                    .one();
            take(handle, stream, MOST - full, now);
        });
    }

    private static int take(Handle handle, UUID stream, int most, Instant now) {
        return handle.createUpdate("update ews_subscription set stream = :stream, stream_until = :until"
                        + " where home_id in (select home_id from ews_subscription where " + FREE
                        + " order by home_id limit :most for update skip locked)")
                .bind("stream", stream)
                .bind("until", now.plus(LEASE))
                .bind("now", now)
                .bind("most", most)
                .execute();
    }

    /** Whether there are mailboxes of which nobody is told. */
    public boolean anyFree(Instant now) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from ews_subscription where " + FREE + ")")
                        .bind("now", now)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Those that it tells of; what is not kept the same any more is not among them. */
    public List<Listened> of(UUID stream) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select home_id, mailbox, array(select folder_id from ews_cursor c
                          where c.home_id = s.home_id order by folder_id) as folders
                        from ews_subscription s where stream = ? and ended_at is null order by home_id""")
                .bind(0, stream)
                .map((row, context) -> new Listened(
                        row.getObject("home_id", UUID.class),
                        new CalendarAddress(row.getString("mailbox")),
                        List.of((String[]) row.getArray("folders").getArray())))
                .list());
    }

    /**
     * Exchange spoke by it.
     *
     * @return the homes that it still tells of; none where it is in other hands
     */
    public Set<UUID> heard(UUID stream, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "update ews_subscription set stream_until = :until, heard_at = :now"
                                + " where stream = :stream and stream_until >= :now and ended_at is null returning home_id")
                .bind("until", now.plus(LEASE))
                .bind("now", now)
                .bind("stream", stream)
                .mapTo(UUID.class)
                .set());
    }

    /** They are open still. */
    public void renew(Collection<UUID> open, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update ews_subscription set stream_until = :until"
                        + " where stream = any(:streams) and stream_until >= :now")
                .bind("until", now.plus(LEASE))
                .bind("streams", open.toArray(UUID[]::new))
                .bind("now", now)
                .execute());
    }

    /** Something changed in these. */
    public void changed(Collection<UUID> homes, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update ews_subscription set due = least(due, :now) where home_id = any(:homes)")
                .bind("now", now)
                .bind("homes", homes.toArray(UUID[]::new))
                .execute());
    }

    /** It does not tell of that mailbox; another one may from then on. */
    public void leave(UUID stream, UUID home, Instant then) {
        jdbi.useHandle(handle -> handle.execute(
                "update ews_subscription set stream = null, stream_until = ? where stream = ? and home_id = ?",
                then,
                stream,
                home));
    }

    /** It is closed; others may open one for its mailboxes from then on. */
    public void release(UUID stream, Instant then) {
        jdbi.useHandle(handle -> handle.execute(
                "update ews_subscription set stream = null, stream_until = ? where stream = ?", then, stream));
    }
}
