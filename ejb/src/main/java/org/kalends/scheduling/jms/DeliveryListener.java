package org.kalends.scheduling.jms;

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
import org.kalends.scheduling.CrowdSpreading;
import org.kalends.scheduling.CrowdTask;
import org.kalends.scheduling.Delivery;
import org.kalends.scheduling.DeliveryResults;
import org.kalends.scheduling.DeliveryTask;
import org.kalends.scheduling.ResultsTask;

/** Takes deliveries, messages to be spread into such, and the word of what came of them from the queue; what it throws goes back to the broker. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queue.DELIVERY_ADDRESS),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "jms-config")
        })
@Interceptors({RefusalMemory.class, DatabasePatience.class})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryListener implements MessageListener {

    @Inject
    Delivery delivery;

    @Inject
    DeliveryResults results;

    @Inject
    CrowdSpreading crowds;

    @Override
    public void onMessage(Message message) {
        var received = Received.of(message);
        if (received.key().startsWith(ResultsTask.KEY)) results.tell(received.bodyAs(ResultsTask.class));
        else if (received.key().startsWith(CrowdTask.KEY)) crowds.spread(received.bodyAs(CrowdTask.class));
        else delivery.deliver(received.bodyAs(DeliveryTask.class));
    }
}
