package org.kalends.messenger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.kalends.icalendar.Method;
import org.kalends.identity.Directory;
import org.kalends.outbox.Outbox;
import org.kalends.scheduling.MessageDecided;

/** Whoever answers, by whatever way, sees it on his card. */
@ApplicationScoped
public class AnswerObserver {

    private static final Set<Method> ANSWERS = Set.of(Method.REPLY, Method.COUNTER);

    @Inject
    MessengerSettings settings;

    @Inject
    Directory directory;

    @Inject
    Outbox outbox;

    void observe(@Observes MessageDecided message) {
        if (settings.url().isEmpty() || !ANSWERS.contains(message.method())) return;
        directory
                .byAddress(message.actor().address())
                .map(actor -> new CardRefresh(actor.id(), message.after().uid(), message.message()))
                .ifPresent(refresh -> outbox.add(List.of(refresh.message(message.at()))));
    }
}
