package org.kalends.identity.timer;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.kalends.identity.LogInUpkeep;

/** Forgets once an hour. Nodes that do it at once share the work: what one has locked, the other passes over. */
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdentityTimer {

    @Inject
    LogInUpkeep upkeep;

    @Schedule(hour = "*", minute = "23", persistent = false)
    public void eachHour() {
        int forgotten;
        do {
            forgotten = upkeep.forget();
        } while (forgotten > 0);
    }
}
