package org.kalends.room.timer;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.kalends.room.RoomRolling;

/** Books rooms on each night, after the horizon of events was rolled. Nodes that do it at once share the work. */
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoomTimer {

    @Inject
    RoomRolling rolling;

    @Schedule(hour = "3", minute = "11", persistent = false)
    public void eachNight() {
        int rolled;
        do {
            rolled = rolling.roll();
        } while (rolled > 0);
    }
}
