package org.kalends.reminder.timer;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kalends.reminder.AlarmPlanning;
import org.kalends.reminder.HandingOver;

/** Runs on every node; they compete for rows by locks that pass over each other's. */
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReminderTimer {

    private final AtomicBoolean planning = new AtomicBoolean();
    private final AtomicBoolean handing = new AtomicBoolean();

    @Inject
    AlarmPlanning alarms;

    @Inject
    HandingOver due;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void plan() {
        alone(planning, () -> {
            boolean more;
            do more = alarms.planLot();
            while (more);
        });
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void handOver() {
        alone(handing, due::handOver);
    }

    /** A turn that takes longer than a second is not run beside itself. */
    private static void alone(AtomicBoolean busy, Runnable turn) {
        if (!busy.compareAndSet(false, true)) return;
        try {
            turn.run();
        } finally {
            busy.set(false);
        }
    }
}
