package org.kalends.digest.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.kalends.digest.Digest;
import org.kalends.digest.Digests;
import org.kalends.notification.Retelling;
import org.kalends.outbox.Queue;
import org.kalends.outbox.jms.DatabasePatience;
import org.kalends.outbox.jms.Received;
import org.kalends.outbox.jms.RefusalMemory;

/** Takes days to be told; while the relay or the messenger is away they wait in the outbox. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queue.DIGEST_ADDRESS),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "jms-config")
        })
@Interceptors({RefusalMemory.class, DatabasePatience.class})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DigestListener implements MessageListener {

    @Inject
    Digests digests;

    @Inject
    Retelling retelling;

    @Override
    public void onMessage(Message message) {
        var received = Received.of(message);
        var digest = received.bodyAs(Digest.class);
        retelling.orLater(() -> digests.tell(digest), digest::message, received);
    }
}
