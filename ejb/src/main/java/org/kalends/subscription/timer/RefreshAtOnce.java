package org.kalends.subscription.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.kalends.subscription.SubscriptionDue;

/** Nobody who follows a feed waits for the timer. */
@ApplicationScoped
public class RefreshAtOnce {

    @Inject
    RefreshTimer timer;

    void onDue(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubscriptionDue due) {
        timer.look();
    }
}
