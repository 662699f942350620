package org.kalends.event.timer;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.kalends.event.ChangePruning;

/** Forgets old removals each hour. Nodes that do it at once share the work: what one has, the other passes over. */
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PruningTimer {

    @Inject
    ChangePruning pruning;

    @Schedule(hour = "*", minute = "23", persistent = false)
    public void eachHour() {
        int forgotten;
        do {
            forgotten = pruning.lot();
        } while (forgotten > 0);
    }
}
