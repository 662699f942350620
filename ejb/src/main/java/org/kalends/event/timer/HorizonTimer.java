package org.kalends.event.timer;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.kalends.event.StoreUpkeep;

/** Rolls the horizon each night. Nodes that do it at once share the work: what one has, the other passes over. */
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HorizonTimer {

    @Inject
    StoreUpkeep upkeep;

    @Schedule(hour = "2", minute = "41", persistent = false)
    public void eachNight() {
        int rolled;
        do {
            rolled = upkeep.roll();
        } while (rolled > 0);
    }
}
