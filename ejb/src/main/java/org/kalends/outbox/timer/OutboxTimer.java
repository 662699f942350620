package org.kalends.outbox.timer;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.kalends.outbox.FilledSignal;
import org.kalends.outbox.OutboxFilled;
import org.kalends.outbox.OutboxPublisher;
import org.kalends.outbox.store.ConsumerFailureStore;
import org.kalends.outbox.store.OutboxStore;
import org.kalends.outbox.store.ProcessedStore;

/**
 * Moves the outbox: at once after a commit that filled it, and each second for what became due or was left by another
 * node. On one node only one thread sends at a time; whoever comes meanwhile makes it look once more.
 */
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxTimer {

    /** Longer than any message stays at the broker or comes back as a dead letter. */
    static final Duration MEMORY = Duration.ofDays(30);

    private static final int LOT = 5_000;

    private final AtomicInteger calls = new AtomicInteger();

    @Inject
    OutboxPublisher publisher;

    @Inject
    OutboxStore outbox;

    @Inject
    ProcessedStore processed;

    @Inject
    ConsumerFailureStore failures;

    @Inject
    FilledSignal signal;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void eachSecond() {
        publish();
    }

    public void onFilled(@ObservesAsync OutboxFilled filled) {
        publish();
    }

    /** Forgets published rows and consumers' memories that no message can ask for any more. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void eachHour() {
        var horizon = clock.instant().minus(MEMORY);
        untilDone(() -> outbox.deletePublishedBefore(horizon, LOT));
        untilDone(() -> processed.deleteBefore(horizon, LOT));
        untilDone(() -> failures.deleteBefore(horizon, LOT));
    }

    private static void untilDone(IntSupplier deleteLot) {
        int deleted;
        do {
            deleted = deleteLot.getAsInt();
        } while (deleted == LOT);
    }

    private void publish() {
        signal.lower();
        if (calls.getAndIncrement() > 0) return;
        try {
            int seen;
            do {
                seen = calls.get();
                publisher.publishDue();
            } while (!calls.compareAndSet(seen, 0));
        } catch (RuntimeException e) {
            calls.set(0);
            throw e;
        }
    }
}
