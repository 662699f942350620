package org.kalends.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.kalends.figures.Figures;
import org.kalends.notification.store.MailLog;
import org.kalends.notification.store.NewsStore;
import org.kalends.scheduling.DeliveryResults;
import org.kalends.scheduling.domain.ScheduleStatus;
import org.kalends.scheduling.imip.MailBounced;

/** A mail that came back is noted in the event that it was about, and its organizer is told; only mails of ours can. */
@ApplicationScoped
public class BounceObserver {

    @Inject
    MailLog log;

    @Inject
    DeliveryResults results;

    @Inject
    NewsStore news;

    @Inject
    FailureNotes failures;

    @Inject
    Figures figures;

    void observe(@Observes MailBounced bounce) {
        log.sent(bounce.messageId()).ifPresent(this::cameBack);
    }

    private void cameBack(MailLog.Sent mail) {
        figures.count("kalends_mails_bounced");
        results.mailed(mail.home(), mail.uid(), mail.recipient(), ScheduleStatus.FAILED);
        NewsTask.newsOf(mail.key()).ifPresent(id -> news.find(mail.home(), List.of(id))
                .values()
                .forEach(decided -> failures.tell(
                        new NewsTask(mail.home(), id, id, mail.recipient(), mail.kind(), null), decided)));
    }
}
