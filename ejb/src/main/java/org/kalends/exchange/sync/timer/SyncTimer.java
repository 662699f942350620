package org.kalends.exchange.sync.timer;

import jakarta.annotation.PostConstruct;
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
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Workers;
import org.kalends.exchange.sync.following.Following;

/** Looks at mailboxes that are due, some at a time on a node; nodes compete for them by leases in the database. */
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SyncTimer {

    private static final int MOST_AT_ONCE = 4;

    @Resource
    ManagedExecutorService threads;

    @Inject
    Following following;

    private @Nullable Workers workers;

    @PostConstruct
    void gather() {
        workers = new Workers(threads, MOST_AT_ONCE, following::next);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        if (workers != null) workers.look();
    }
}
