package org.kalends.notification.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.kalends.notification.MailDispatch;
import org.kalends.notification.MailTask;
import org.kalends.outbox.Queue;
import org.kalends.outbox.jms.Received;

/** Takes mails from the queue. What it throws goes back to the broker, which delivers again with back-off. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queue.MAIL_ADDRESS),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "jms-config")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailListener implements MessageListener {

    @Inject
    MailDispatch dispatch;

    @Override
    public void onMessage(Message message) {
        var received = Received.of(message);
        dispatch.send(received.bodyAs(MailTask.class), received.key());
    }
}
