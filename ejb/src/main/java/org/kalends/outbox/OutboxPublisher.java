package org.kalends.outbox;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import org.kalends.outbox.jms.Broker;
import org.kalends.outbox.store.ClaimedMessage;
import org.kalends.outbox.store.OutboxStore;
import org.kalends.time.Backoff;

/**
 * Sends what is due. Any number of nodes may do it at once: a claim is a committed row update, so nothing is locked
 * while the broker is spoken to. A node that dies between sending and marking leaves a claim that ends by itself; the
 * row is then sent again, and the broker or the consumer's memory drops the repeat.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxPublisher {

    private static final int LOT = 200;
    /**
     * How long what a dead node had claimed waits for another. A lot takes a second; one that takes longer than this is
     * claimed and sent twice at worst, which the broker notices.
     */
    private static final Duration CLAIM = Duration.ofSeconds(15);

    private static final Backoff BACK_OFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

    @Inject
    OutboxStore rows;

    @Inject
    Broker broker;

    /** Sends lot after lot until nothing is due or the broker fails. */
    public void publishDue() {
        var more = true;
        while (more) {
            var lot = rows.claim(LOT, CLAIM);
            if (lot.isEmpty()) return;
            var taken = broker.send(lot);
            if (!taken.isEmpty()) rows.markPublished(taken);
            more = taken.size() == lot.size();
            if (!more) {
                var left = new HashSet<>(lot);
                taken.forEach(left::remove);
                rows.giveBack(left, OutboxPublisher::backOff);
            }
        }
    }

    /** 1, 2, 4, 8, 15, 15 … seconds: short enough to be through soon after the broker is back. */
    static Duration backOff(ClaimedMessage message) {
        return BACK_OFF.after(message.attempts() - 1);
    }
}
