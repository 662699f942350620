package org.kalends.outbox;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kalends.outbox.store.OutboxStore;

/**
 * Where a transaction leaves what is to follow from it. A row is stored with the change or not at all; the publisher
 * sends it after the commit, at least once, and the consumer's {@link Processed} makes that once.
 *
 * @throws jakarta.ejb.EJBTransactionRequiredException outside a transaction, from every method
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Outbox {

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Inject
    OutboxStore rows;

    @Inject
    Clock clock;

    @Inject
    FilledSignal filled;

    /** Stores all in one statement; a key that its home has had before is passed over. */
    public void add(Collection<OutboxMessage> messages) {
        if (messages.isEmpty()) return;
        rows.insert(messages);
        var now = clock.instant();
        if (messages.stream().anyMatch(message -> !message.notBefore().isAfter(now))) tellAfterCommit();
    }

    private void tellAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // everything was written already
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) filled.raise();
            }
        });
    }

    /** What still waits under these subjects, oldest first, locked: no node sends it while the caller decides. */
    public List<WaitingMessage> waiting(UUID home, Queue queue, Collection<String> subjects) {
        return subjects.isEmpty() ? List.of() : rows.lockWaiting(home, queue, subjects);
    }

    /** Takes back rows that {@link #waiting} gave in this transaction. */
    public void withdraw(Collection<WaitingMessage> messages) {
        if (!messages.isEmpty()) rows.delete(messages);
    }
}
