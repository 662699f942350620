package org.kalends.exchange.sync.timer;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.concurrent.atomic.AtomicInteger;
import org.kalends.exchange.sync.Following;

/** Looks at mailboxes that are due, some at a time on a node; nodes compete for them by leases in the database. */
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SyncTimer {

    private static final Logger LOG = System.getLogger(SyncTimer.class.getName());
    private static final int MOST_AT_ONCE = 4;

    private final AtomicInteger working = new AtomicInteger();

    @Resource
    ManagedExecutorService threads;

    @Inject
    Following following;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        if (working.getAndUpdate(now -> now < MOST_AT_ONCE ? now + 1 : now) < MOST_AT_ONCE) {
            threads.execute(this::workUntilNoneIsDue);
        }
    }

    /** Who finds one calls another to look for the next meanwhile. */
    private void workUntilNoneIsDue() {
        try {
            while (following.next().isPresent()) look();
        } catch (RuntimeException e) {
            LOG.log(
                    Logger.Level.WARNING,
                    "A mailbox could not be followed; another look is taken when its lease ends",
                    e);
        } finally {
            working.decrementAndGet();
        }
    }
}
