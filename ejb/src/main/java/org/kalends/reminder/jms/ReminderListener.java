package org.kalends.reminder.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.kalends.outbox.Queue;
import org.kalends.outbox.jms.DatabasePatience;
import org.kalends.outbox.jms.Received;
import org.kalends.outbox.jms.RefusalMemory;
import org.kalends.reminder.Briefs;
import org.kalends.reminder.Reminding;

/** Takes what is due; what it throws goes back to the broker. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queue.REMINDER_ADDRESS),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "jms-config")
        })
@Interceptors({RefusalMemory.class, DatabasePatience.class})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReminderListener implements MessageListener {

    @Inject
    Reminding reminding;

    @Override
    public void onMessage(Message message) {
        reminding.remind(Received.of(message).bodyAs(Briefs.class).dues());
    }
}
