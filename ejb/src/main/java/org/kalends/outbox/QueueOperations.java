package org.kalends.outbox;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.kalends.identity.AuditAction;
import org.kalends.identity.AuditLog;
import org.kalends.identity.Caller;
import org.kalends.identity.Deed;
import org.kalends.outbox.jms.DeadLetters;
import org.kalends.outbox.jms.QueueDepths;
import org.kalends.outbox.store.ConsumerFailureStore;
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
    ConsumerFailureStore failures;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

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
        var letters = dead.list(limit);
        var named = letters.stream()
                .filter(letter -> letter.home() != null && letter.key() != null)
                .toList();
        var reasons = failures.reasons(
                named.stream().map(DeadLetter::home).toList(),
                named.stream().map(DeadLetter::key).toList());
        return letters.stream()
                .map(letter -> letter.because(reasons.getOrDefault(letter.home() + "/" + letter.key(), "")))
                .toList();
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
        return noted(AuditAction.DEAD_LETTER_REPLAYED, id, dead.replay(id));
    }

    /** Takes a dead letter away for good; false when there is none of that id. */
    public boolean purge(String id) {
        return noted(AuditAction.DEAD_LETTER_PURGED, id, dead.purge(id));
    }

    private boolean noted(AuditAction action, String id, boolean done) {
        var actor = caller.known() ? caller.principal().id() : null;
        if (done) audit.note(new Deed(action, actor, null, id, Deed.Hashes.NONE));
        return done;
    }
}
