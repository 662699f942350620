package org.kalends.messenger.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.figures.Figures;
import org.kalends.messenger.CardRefresh;
import org.kalends.messenger.Cards;
import org.kalends.messenger.MessengerAway;
import org.kalends.notification.NewsTask;
import org.kalends.notification.Postponement;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;
import org.kalends.outbox.jms.DatabasePatience;
import org.kalends.outbox.jms.Received;
import org.kalends.outbox.jms.RefusalMemory;

/** Takes cards from the queue; while the messenger is away they wait in the outbox. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queue.MESSENGER_ADDRESS),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "jms-config")
        })
@Interceptors({RefusalMemory.class, DatabasePatience.class})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CardListener implements MessageListener {

    @Inject
    Cards cards;

    @Inject
    Postponement postponement;

    @Inject
    Figures figures;

    @Override
    public void onMessage(Message message) {
        var received = Received.of(message);
        if (CardRefresh.isOf(received.key())) {
            var refresh = received.bodyAs(CardRefresh.class);
            orLater(() -> cards.refresh(refresh), refresh::message, received);
        } else {
            var task = received.bodyAs(NewsTask.class);
            orLater(() -> cards.tell(task), at -> task.message(Queue.MESSENGER, at), received);
        }
    }

    private void orLater(Runnable card, Function<Instant, OutboxMessage> message, Received received) {
        try {
            card.run();
        } catch (MessengerAway e) {
            figures.count("kalends_cards", new Tag("result", "delayed"));
            if (received.soonAgain()) throw e;
            postponement.postpone(message, received.key());
        }
    }
}
