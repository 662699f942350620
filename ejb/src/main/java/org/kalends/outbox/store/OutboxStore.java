package org.kalends.outbox.store;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.reflect.Array;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.database.Ids;
import org.kalends.outbox.Json;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.OutboxStatus;
import org.kalends.outbox.Queue;
import org.kalends.outbox.WaitingMessage;

/** The table {@code outbox}. Due times are compared with the database clock, which all nodes share. */
@Dependent
public class OutboxStore {

    private final Jdbi jdbi;

    @Inject
    public OutboxStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One statement, however many; a key that is there already is passed over. */
    public void insert(Collection<OutboxMessage> messages) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into outbox (home_id, id, queue, dedup_key, body, not_before, subject)
                        select home, id, queue, key, body::jsonb, due::timestamptz, subject
                        from unnest(:homes, :ids, :queues, :keys, :bodies, :due, :subjects)
                             as m (home, id, queue, key, body, due, subject)
                        on conflict (home_id, dedup_key) do nothing""")
                .bind("homes", column(messages, UUID.class, OutboxMessage::home))
                .bind("ids", column(messages, UUID.class, m -> Ids.next()))
                .bind("queues", column(messages, String.class, m -> m.queue().name()))
                .bind("keys", column(messages, String.class, OutboxMessage::dedupKey))
                .bind("bodies", column(messages, String.class, m -> Json.write(m.body())))
                .bind("due", column(messages, String.class, m -> m.notBefore().toString()))
                .bind("subjects", column(messages, String.class, OutboxMessage::subject))
                .execute());
    }

    /** Rows of these subjects that nobody began to send, oldest first, locked until the transaction ends. */
    public List<WaitingMessage> lockWaiting(UUID home, Queue queue, Collection<String> subjects) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select home_id, id, dedup_key, subject, body::text, created from outbox
                        where home_id = :home and queue = :queue and subject = any(:subjects)
                          and state = 0 and retry_at is null
                        order by id for update""")
                .bind("home", home)
                .bind("queue", queue.name())
                .bind("subjects", subjects.toArray(String[]::new))
                .map((row, context) -> new WaitingMessage(
                        row.getObject("home_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("dedup_key"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getTimestamp("created").toInstant()))
                .list());
    }

    public void delete(Collection<WaitingMessage> messages) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        delete from outbox o using unnest(:homes, :ids) as w (home, id)
                        where o.home_id = w.home and o.id = w.id""")
                .bind("homes", messages.stream().map(WaitingMessage::home).toArray(UUID[]::new))
                .bind("ids", messages.stream().map(WaitingMessage::id).toArray(UUID[]::new))
                .execute());
    }

    /**
     * Takes up to {@code limit} due rows for this node alone, for as long as the claim lasts; a node that dies gives
     * them back by not coming back.
     */
    public List<ClaimedMessage> claim(int limit, Duration claim) {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        """
                        with due as (
                          select home_id, id from outbox
                          where state = 0 and coalesce(retry_at, not_before) <= now()
                          order by coalesce(retry_at, not_before), id
                          limit :limit for update skip locked)
                        update outbox o set retry_at = now() + make_interval(secs => :claim), attempts = attempts + 1
                        from due where o.home_id = due.home_id and o.id = due.id
                        returning o.home_id, o.id, o.queue, o.dedup_key, o.subject, o.body::text, o.attempts""")
                .bind("limit", limit)
                .bind("claim", claim.toMillis() / 1000.0)
                .map((row, context) -> new ClaimedMessage(
                        row.getObject("home_id", UUID.class),
                        row.getObject("id", UUID.class),
                        Queue.valueOf(row.getString("queue")),
                        row.getString("dedup_key"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .stream()
                .sorted(comparing(m -> m.id().toString()))
                .toList());
    }

    public void markPublished(Collection<ClaimedMessage> sent) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update outbox o set state = 1, published_at = now(), retry_at = null
                        from unnest(:homes, :ids) as s (home, id)
                        where o.home_id = s.home and o.id = s.id""")
                .bind("homes", claimed(sent, ClaimedMessage::home))
                .bind("ids", claimed(sent, ClaimedMessage::id))
                .execute());
    }

    /** Gives claimed rows back; each may be taken again after its back-off. */
    public void giveBack(Collection<ClaimedMessage> unsent, Function<ClaimedMessage, Duration> backOff) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update outbox o set retry_at = now() + make_interval(secs => s.wait)
                        from unnest(:homes, :ids, :waits) as s (home, id, wait)
                        where o.home_id = s.home and o.id = s.id and o.state = 0""")
                .bind("homes", claimed(unsent, ClaimedMessage::home))
                .bind("ids", claimed(unsent, ClaimedMessage::id))
                .bind(
                        "waits",
                        unsent.stream()
                                .map(m -> backOff.apply(m).toMillis() / 1000.0)
                                .toArray(Double[]::new))
                .execute());
    }

    public OutboxStatus status() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select count(*), coalesce(extract(epoch from now() - min(not_before)) * 1000, 0)::bigint as late
                        from outbox where state = 0""")
                .map((row, context) -> new OutboxStatus(row.getLong(1), Duration.ofMillis(Math.max(0, row.getLong(2)))))
                .one());
    }

    /** Forgets published rows that are older; the key may then be used again. */
    public int deletePublishedBefore(Instant moment, int limit) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        delete from outbox where (home_id, id) in (
                          select home_id, id from outbox where state = 1 and published_at < :moment
                          limit :limit for update skip locked)""")
                .bind("moment", moment)
                .bind("limit", limit)
                .execute());
    }

    private static UUID[] claimed(Collection<ClaimedMessage> messages, Function<ClaimedMessage, UUID> part) {
        return messages.stream().map(part).toArray(UUID[]::new);
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] column(
            Collection<OutboxMessage> messages, Class<T> type, Function<OutboxMessage, @Nullable T> part) {
        return messages.stream().map(part).toArray(size -> (T[]) Array.newInstance(type, size));
    }
}
