package org.kalends.exchange.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.sync.store.SubscriptionStore;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.scheduling.imip.MailTold;

/** Looks at once at the mailboxes of those whom a mail tells of an event: Exchange has had it too, and may know more. */
@ApplicationScoped
public class MailHints {

    @Inject
    EwsClient exchange;

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    void observe(@Observes MailTold mail) {
        if (!exchange.isThere() || mail.inside().isEmpty()) return;
        var homes = directory.byAddress(mail.inside()).values().stream()
                .map(Principal::id)
                .toList();
        subscriptions.hurry(homes, clock.instant());
    }
}
