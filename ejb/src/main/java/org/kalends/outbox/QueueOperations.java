package org.kalends.outbox;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.kalends.outbox.jms.DeadLetters;
import org.kalends.outbox.jms.QueueDepths;
import org.kalends.outbox.store.OutboxStore;

/** What operators ask of the outbox and the broker, be it over JMX, REST or metrics. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueOperations {

    @Inject
    OutboxStore rows;

    @Inject
    QueueDepths depths;

    @Inject
    DeadLetters dead;

    @Inject
    Clock clock;

    public OutboxStatus outbox() {
        return rows.status();
    }

    /** Messages in one of the broker's queues, by its address. */
    public long depth(String address) {
        return depths.of(address);
    }

    public List<DeadLetter> deadLetters(int limit) {
        return dead.list(limit);
    }

    /** For how long the first dead letter has lain; zero when there is none. */
    public Duration oldestDeadLetter() {
        return dead.list(1).stream()
                .map(letter -> Duration.between(letter.sentAt(), clock.instant()))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /** False when there is no such dead letter. */
    public boolean replay(String id) {
        return dead.replay(id);
    }
}
