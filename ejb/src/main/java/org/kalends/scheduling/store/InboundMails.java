package org.kalends.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.scheduling.imip.Taken;

/** The table {@code inbound_mail}. */
@ApplicationScoped
public class InboundMails {

    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    Jdbi jdbi;

    /** Whether the mail that was found there was taken in before. */
    public boolean knows(String source) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from inbound_mail where source = ?)")
                .bind(0, source)
                .mapTo(Boolean.class)
                .one());
    }

    /** Where a mail was found. */
    public void found(UUID id, String source) {
        jdbi.useHandle(handle -> handle.execute("update inbound_mail set source = ? where id = ?", source, id));
    }

    /** With its source; those that are too old go. */
    public void add(Taken taken, String messageId, byte[] raw, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into inbound_mail (id, message_id, verdict, why, raw, received)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .bind(0, taken.id())
                    .bind(1, messageId)
                    .bind(2, taken.verdict().name())
                    .bind(3, taken.why())
                    .bind(4, raw)
                    .bind(5, now)
                    .execute();
            handle.createUpdate("delete from inbound_mail where received < ?")
                    .bind(0, now.minus(KEPT))
                    .execute();
        });
    }
}
