package org.kalends.notification.timer;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.kalends.notification.store.NewsStore;

/** Forgets what no mail can ask for any more; a dead letter may be replayed for as long as its news are there. */
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NewsTimer {

    private static final Duration MEMORY = Duration.ofDays(30);
    private static final int LOT = 1_000;

    @Inject
    NewsStore news;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "23", persistent = false)
    public void eachHour() {
        var horizon = clock.instant().minus(MEMORY);
        int deleted;
        do {
            deleted = news.deleteBefore(horizon, LOT);
        } while (deleted == LOT);
    }
}
