package org.kalends.messenger.timer;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.kalends.messenger.store.CardStore;

/** Forgets cards that nobody looks at any more. */
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CardTimer {

    private static final Duration MEMORY = Duration.ofDays(180);
    private static final int LOT = 1_000;

    @Inject
    CardStore cards;

    @Schedule(hour = "3", minute = "41", persistent = false)
    public void eachNight() {
        int forgotten;
        do forgotten = cards.forget(MEMORY, LOT);
        while (forgotten == LOT);
    }
}
