package org.kalends.outbox;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.kalends.outbox.store.OutboxStore;

/** An outbox without a container, for tests that write rows that are not due yet. */
public final class OutboxOver {

    private OutboxOver() {}

    public static Outbox database(Jdbi jdbi, Clock clock) {
        var outbox = new Outbox();
        outbox.rows = new OutboxStore(jdbi);
        outbox.clock = clock;
        return outbox;
    }
}
