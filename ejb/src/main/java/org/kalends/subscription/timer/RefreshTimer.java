package org.kalends.subscription.timer;

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
import org.kalends.subscription.Refreshing;
import org.kalends.subscription.store.SubscriptionStore;

/** Looks at feeds, a few at a time; nodes compete for them by claims in the database. */
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefreshTimer {

    private static final Logger LOG = System.getLogger(RefreshTimer.class.getName());
    private static final int MOST_AT_ONCE = 4;

    private final AtomicInteger looking = new AtomicInteger();

    @Resource
    ManagedExecutorService threads;

    @Inject
    Refreshing refreshing;

    @Inject
    SubscriptionStore store;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void look() {
        if (looking.getAndUpdate(now -> now < MOST_AT_ONCE ? now + 1 : now) < MOST_AT_ONCE) {
            threads.execute(this::lookUntilNoneIsDue);
        }
    }

    @Schedule(hour = "*", minute = "23", persistent = false)
    public void forget() {
        store.forget();
    }

    /** Who finds one calls another to look for the next meanwhile. */
    private void lookUntilNoneIsDue() {
        try {
            while (refreshing.next().isPresent()) look();
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.WARNING, "A feed could not be taken in; it is tried again", e);
        } finally {
            looking.decrementAndGet();
        }
    }
}
