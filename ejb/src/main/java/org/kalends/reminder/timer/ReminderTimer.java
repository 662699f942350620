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
import java.util.function.BooleanSupplier;
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
        alone(planning, alarms::planLot);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void handOver() {
        alone(handing, due::handLot);
    }

    /** Lot after lot; a turn that takes longer than a second is not run beside itself. */
    private static void alone(AtomicBoolean busy, BooleanSupplier lot) {
        if (!busy.compareAndSet(false, true)) return;
        try {
            boolean more;
            do more = lot.getAsBoolean();
            while (more);
        } finally {
            busy.set(false);
        }
    }
}
