package org.kalends.exchange.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.ews.EwsSettings;
import org.kalends.exchange.sync.MailboxTaken;
import org.kalends.exchange.sync.Subscription;
import org.kalends.exchange.sync.SyncStanding;
import org.kalends.identity.CalendarAddress;

/** Mailboxes that are kept the same. Whoever works on one holds it by a lease, on whatever node. */
@ApplicationScoped
public class SubscriptionStore {

    private static final int ANSWERS = 2;

    @Inject
    Jdbi jdbi;

    @Inject
    EwsSettings settings;

    /** A mailbox in one's hands. */
    public record Held(Subscription subscription, UUID lease) {

        public UUID home() {
            return subscription.home();
        }
    }

    /** All that is here is compared with what is there. False if it is there already. */
    public boolean add(UUID home, CalendarAddress mailbox, @Nullable UUID actor, Instant now) {
        return jdbi.inTransaction(handle -> {
            boolean added = handle.createUpdate(
                                    """
                        insert into ews_subscription (home_id, mailbox, asked_by, asked_at, due, not_before)
                        values (:home, :mailbox, :actor, :now, :now, :now)
                        on conflict (home_id) do update set mailbox = excluded.mailbox, asked_by = excluded.asked_by,
                          asked_at = excluded.asked_at, due = excluded.due, not_before = excluded.not_before, ended_at = null,
                          token_hash = null, push_id = null, heard_at = null, attempts = 0, problem = null
                        where ews_subscription.ended_at is not null""")
                            .bind("home", home)
                            .bind("mailbox", mailbox.value())
                            .bindByType("actor", actor, UUID.class)
                            .bind("now", now)
                            .execute()
                    == 1;
            if (added) noteAll(handle, home, now);
            return added;
        });
    }

    private static void noteAll(Handle handle, UUID home, Instant now) {
        handle.createUpdate(
                        """
                        insert into ews_outbound (home_id, uid, since)
                        select home_id, uid, :now::timestamptz from calendar_object
                          where home_id = :home and comp = 0 and deleted_at is null
                        union select home_id, uid, :now::timestamptz from ews_map where home_id = :home
                        union select home_id, uid, :now::timestamptz from ews_spread where home_id = :home
                        on conflict do nothing""")
                .bind("home", home)
                .bind("now", now)
                .execute();
    }

    /** What is known of events stays, so that nothing is doubled when it goes on. False if it is not there. */
    public boolean end(UUID home, Instant now) {
        return jdbi.withHandle(handle -> {
            int ended = handle.execute(
                    "update ews_subscription set ended_at = ?, lease = null where home_id = ? and ended_at is null",
                    now,
                    home);
            handle.execute("delete from ews_cursor where home_id = ?", home);
            handle.execute("delete from ews_outbound where home_id = ?", home);
            return ended == 1;
        });
    }

    /** The one that is due longest, and that nobody else has; it is looked at again after a while, whatever comes. */
    public Optional<Held> claim(Instant now, Duration poll) {
        var lease = UUID.randomUUID();
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update ews_subscription set lease = :lease, lease_until = :until, due = :next
                        where home_id = (select home_id from ews_subscription s
                          where ended_at is null and not_before <= :now and (lease is null or lease_until < :now)
                          and (due <= :now or exists (select from ews_outbound o where o.home_id = s.home_id))
                          order by due limit 1 for update skip locked)
                        returning *""")
                .bind("lease", lease)
                .bind("until", until(now))
                .bind("next", now.plus(poll))
                .bind("now", now)
                .map((row, context) -> new Held(subscription(row), lease))
                .findOne());
    }

    /**
     * Goes on holding it for a while more.
     *
     * @throws MailboxTaken if it is not in these hands any more
     */
    public void renew(Held held, Instant now) {
        int renewed = jdbi.withHandle(handle -> handle.createUpdate(
                        "update ews_subscription set lease_until = :until where home_id = :home and lease = :lease")
                .bind("home", held.home())
                .bind("lease", held.lease())
                .bind("until", until(now))
                .execute());
        if (renewed == 0) throw new MailboxTaken();
    }

    public void synced(Held held, Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "update ews_subscription set lease = null, attempts = 0, problem = null, synced_at = ?"
                        + " where home_id = ? and lease = ?",
                now,
                held.home(),
                held.lease()));
    }

    /** Leaves it until then. */
    public void wait(Held held, String problem, Instant until) {
        jdbi.useHandle(handle -> handle.execute(
                "update ews_subscription set lease = null, attempts = attempts + 1, problem = ?, not_before = ?, due = ?"
                        + " where home_id = ? and lease = ?",
                problem,
                until,
                until,
                held.home(),
                held.lease()));
    }

    /** Looks at those of them that are kept the same. */
    public void hurry(Collection<UUID> homes, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update ews_subscription set due = least(due, :now)"
                        + " where home_id = any(:homes) and ended_at is null")
                .bind("now", now)
                .bind("homes", homes.toArray(UUID[]::new))
                .execute());
    }

    /** Compares all of it, now. False if it is not there. */
    public boolean compare(UUID home, Instant now) {
        return jdbi.withHandle(handle -> {
            boolean there = handle.execute(
                            "update ews_subscription set due = ?, not_before = ? where home_id = ? and ended_at is null",
                            now,
                            now,
                            home)
                    == 1;
            handle.execute("delete from ews_cursor where home_id = ?", home);
            if (there) noteAll(handle, home, now);
            return there;
        });
    }

    public Optional<Subscription> find(UUID home) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from ews_subscription where home_id = ? and ended_at is null")
                        .bind(0, home)
                        .map((row, context) -> subscription(row))
                        .findOne());
    }

    /**
     * In the order of their addresses.
     *
     * @param after the last one that is known; empty for none
     */
    public List<Subscription> list(String after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from ews_subscription where ended_at is null and mailbox > ? order by mailbox limit ?")
                .bind(0, after)
                .bind(1, most)
                .map((row, context) -> subscription(row))
                .list());
    }

    /** All of them together. */
    public SyncStanding standing() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select count(*), count(problem), max(heard_at), (select count(*) from ews_outbound),
                          (select min(since) from ews_outbound) from ews_subscription where ended_at is null""")
                .map((row, context) -> new SyncStanding(
                        row.getLong(1), row.getLong(2), row.getLong(4), instant(row, "min"), instant(row, "max")))
                .one());
    }

    private Instant until(Instant now) {
        return now.plus(settings.lease(ANSWERS));
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getObject("home_id", UUID.class),
                new CalendarAddress(row.getString("mailbox")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("push_id"),
                instant(row, "heard_at"),
                instant(row, "synced_at"),
                row.getInt("attempts"),
                row.getString("problem"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
