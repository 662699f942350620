package org.kalends.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.kalends.scheduling.MessageDecided;

/** Plans the mails of a scheduling message, in its transaction. */
@ApplicationScoped
public class MailObserver {

    @Inject
    MailPlanning planning;

    void observe(@Observes MessageDecided message) {
        var actor = message.actor();
        planning.plan(
                new Decided(
                        message.home(),
                        message.message(),
                        message.method(),
                        message.before(),
                        message.after(),
                        actor.name(),
                        actor.address(),
                        message.at()),
                message.recipients(),
                message.announcement());
    }
}
