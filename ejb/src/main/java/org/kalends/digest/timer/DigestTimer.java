package org.kalends.digest.timer;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kalends.digest.DigestPlanning;

/** Runs on every node. */
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DigestTimer {

    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    DigestPlanning digests;

    @Schedule(hour = "*", minute = "*", second = "0/10", persistent = false)
    public void plan() {
        if (!busy.compareAndSet(false, true)) return;
        try {
            boolean more;
            do more = digests.planLot();
            while (more);
        } finally {
            busy.set(false);
        }
    }
}
