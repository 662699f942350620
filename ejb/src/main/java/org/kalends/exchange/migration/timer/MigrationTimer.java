package org.kalends.exchange.migration.timer;

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
import org.kalends.exchange.migration.Migrating;

/** Works on jobs, two mailboxes at a time on a node; nodes compete for them by leases in the database. */
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MigrationTimer {

    private static final int MOST_AT_ONCE = 2;

    @Resource
    ManagedExecutorService threads;

    @Inject
    Migrating migrating;

    private @Nullable Workers workers;

    @PostConstruct
    void gather() {
        workers = new Workers(threads, MOST_AT_ONCE, migrating::next);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        if (workers != null) workers.look();
    }
}
