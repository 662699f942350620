package org.kalends.browser.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.kalends.browser.BrowserNotices;
import org.kalends.notification.NewsTask;
import org.kalends.notification.Retelling;
import org.kalends.outbox.Queue;
import org.kalends.outbox.jms.DatabasePatience;
import org.kalends.outbox.jms.Received;
import org.kalends.outbox.jms.RefusalMemory;

/** Takes news for browsers; while a push service is away they wait in the outbox. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Queue.BROWSER_ADDRESS),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "jms-config")
        })
@Interceptors({RefusalMemory.class, DatabasePatience.class})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeListener implements MessageListener {

    @Inject
    BrowserNotices notices;

    @Inject
    Retelling retelling;

    @Override
    public void onMessage(Message message) {
        var received = Received.of(message);
        var task = received.bodyAs(NewsTask.class);
        retelling.orLater(() -> notices.tell(task), at -> task.message(Queue.BROWSER, at), received);
    }
}
