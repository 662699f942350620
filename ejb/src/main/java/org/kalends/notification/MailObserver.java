package org.kalends.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.kalends.icalendar.Method;
import org.kalends.scheduling.AnswersAwaited;
import org.kalends.scheduling.MessageDecided;

/** Plans the mails of a scheduling message, or of a question for answers, in its transaction. */
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

    void observe(@Observes AnswersAwaited question) {
        var organizer = question.organizer();
        var decided = new Decided(
                question.home(),
                question.id(),
                Method.REQUEST,
                null,
                question.series(),
                organizer.name(),
                organizer.address(),
                question.at());
        planning.ask(decided, question.silent());
    }
}
