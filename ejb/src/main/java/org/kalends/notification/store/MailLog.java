package org.kalends.notification.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.notification.NewsKind;
import org.kalends.notification.NewsTask;

/** The table {@code mail_log}. */
@Dependent
public class MailLog {

    private final Jdbi jdbi;

    @Inject
    public MailLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What became of a mail. */
    public enum Outcome {
        SENT(1),
        REFUSED(2);

        private final int state;

        Outcome(int state) {
            this.state = state;
        }
    }

    /**
     * One mail that is out of our hands.
     *
     * @param key the outbox key
     * @param detail what the relay said; empty when it took it
     */
    public record Entry(NewsTask task, String key, Uid uid, String messageId, Outcome outcome, String detail) {}

    public void add(Entry entry) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into mail_log (home_id, dedup_key, recipient, uid, kind, message_id, state, detail)
                        values (:home, :key, :recipient, :uid, :kind, :id, :state, :detail)""")
                .bind("home", entry.task().home())
                .bind("key", entry.key())
                .bind("recipient", entry.task().recipient().value())
                .bind("uid", entry.uid().value())
                .bind("kind", entry.task().kind().name())
                .bind("id", entry.messageId())
                .bind("state", entry.outcome().state)
                .bind("detail", entry.detail())
                .execute());
    }

    /**
     * A mail that a relay took.
     *
     * @param key the outbox key
     */
    public record Sent(UUID home, Uid uid, CalendarAddress recipient, NewsKind kind, String key) {}

    public Optional<Sent> sent(String messageId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select home_id, uid, recipient, kind, dedup_key from mail_log where message_id = ? and state = 1 limit 1")
                .bind(0, messageId)
                .map((row, context) -> new Sent(
                        row.getObject("home_id", UUID.class),
                        new Uid(row.getString("uid")),
                        new CalendarAddress(row.getString("recipient")),
                        NewsKind.valueOf(row.getString("kind")),
                        row.getString("dedup_key")))
                .findOne());
    }

    /** Message-IDs of the first and the last mail that he got about the event; one where they are the same. */
    public List<String> thread(UUID home, Uid uid, CalendarAddress recipient) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select message_id from (
                          select message_id, at, row_number() over (order by at) as first,
                                 row_number() over (order by at desc) as last
                          from mail_log
                          where home_id = :home and uid = :uid and recipient = :recipient and state = 1) as mails
                        where first = 1 or last = 1 order by at""")
                .bind("home", home)
                .bind("uid", uid.value())
                .bind("recipient", recipient.value())
                .mapTo(String.class)
                .list());
    }
}
