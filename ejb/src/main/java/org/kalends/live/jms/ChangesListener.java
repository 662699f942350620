package org.kalends.live.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.kalends.event.ChangeNotice;
import org.kalends.live.LiveChanges;
import org.kalends.outbox.Queue;
import org.kalends.outbox.jms.Received;

/** Hears every change, on every node: it is the same topic for all. Nothing is remembered; browsers bear repeats. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queue.CHANGES_ADDRESS),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "jms-config")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChangesListener implements MessageListener {

    @Inject
    LiveChanges changes;

    @Override
    public void onMessage(Message message) {
        changes.publish(Received.of(message).bodyAs(ChangeNotice.class));
    }
}
