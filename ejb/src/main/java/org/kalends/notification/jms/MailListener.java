package org.kalends.notification.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.kalends.figures.Figures;
import org.kalends.notification.MailDispatch;
import org.kalends.notification.NewsTask;
import org.kalends.notification.Postponement;
import org.kalends.notification.mail.RelayUnavailable;
import org.kalends.outbox.Queue;
import org.kalends.outbox.jms.DatabasePatience;
import org.kalends.outbox.jms.Received;
import org.kalends.outbox.jms.RefusalMemory;

/**
 * Takes mails from the queue. What it throws goes back to the broker, which delivers again with back-off and lays the
 * message aside after some minutes. A relay may be away for longer: its mails go back to the outbox.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queue.MAIL_ADDRESS),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "jms-config")
        })
@Interceptors({RefusalMemory.class, DatabasePatience.class})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailListener implements MessageListener {

    @Inject
    MailDispatch dispatch;

    @Inject
    Postponement postponement;

    @Inject
    Figures figures;

    @Override
    public void onMessage(Message message) {
        var received = Received.of(message);
        var task = received.bodyAs(NewsTask.class);
        try {
            dispatch.send(task);
        } catch (RelayUnavailable e) {
            figures.count("kalends_mails_delayed");
            if (received.soonAgain()) throw e;
            postponement.postpone(at -> task.message(Queue.MAIL, at), received.key());
        }
    }
}
