package org.kalends.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.kalends.notification.store.MailLog;
import org.kalends.scheduling.DeliveryResults;
import org.kalends.scheduling.domain.ScheduleStatus;
import org.kalends.scheduling.imip.MailBounced;

/** A mail that came back is noted in the event that it was about; only mails of ours can come back. */
@ApplicationScoped
public class BounceObserver {

    @Inject
    MailLog log;

    @Inject
    DeliveryResults results;

    void observe(@Observes MailBounced bounce) {
        log.sent(bounce.messageId())
                .ifPresent(mail -> results.mailed(mail.home(), mail.uid(), mail.recipient(), ScheduleStatus.FAILED));
    }
}
