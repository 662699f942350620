package org.kalends.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.kalends.scheduling.imip.Taken;

/** The table {@code inbound_mail}. */
@ApplicationScoped
public class InboundMails {

    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    Jdbi jdbi;

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
