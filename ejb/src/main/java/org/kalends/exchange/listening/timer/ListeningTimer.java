package org.kalends.exchange.listening.timer;

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
import org.kalends.exchange.listening.Listening;
import org.kalends.exchange.sync.SyncSettings;

/** Has threads of a node listen; nodes compete for mailboxes by leases in the database. */
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ListeningTimer {

    @Resource
    ManagedExecutorService threads;

    @Inject
    Listening listening;

    @Inject
    SyncSettings settings;

    private @Nullable Workers workers;

    @PostConstruct
    void gather() {
        workers = new Workers(threads, settings.streams(), listening::next);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        if (workers != null) workers.look();
        listening.makeRoom();
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void renew() {
        listening.renew();
    }
}
