package org.kalends.outbox.jms;

import jakarta.ejb.EJBException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.UUID;
import org.kalends.outbox.Json;

/**
 * A message as it came from the broker. Listeners hand it to a boundary EJB and let every exception out, so that the
 * broker delivers it again with back-off and lays it aside in the end.
 *
 * @param home whose outbox it is from
 * @param key the outbox key, for {@link org.kalends.outbox.Processed}
 * @param body JSON
 * @param deliveries how often the broker has delivered it, this time included
 */
public record Received(UUID home, String key, String body, int deliveries) {

    private static final int SHORT_TRIES = 4;

    /**
     * Reads a message.
     *
     * @throws EJBException if it is none that the outbox sent
     */
    public static Received of(Message message) {
        try {
            var home = message.getStringProperty(MessageProperties.HOME);
            var key = message.getStringProperty(MessageProperties.KEY);
            var body = message.getBody(String.class);
            if (home == null || key == null || body == null) {
                throw new EJBException("The message did not come from the outbox: " + message.getJMSMessageID());
            }
            return new Received(UUID.fromString(home), key, body, message.getIntProperty("JMSXDeliveryCount"));
        } catch (JMSException e) {
            throw new EJBException("Unreadable message", e);
        }
    }

    /**
     * Whether the broker may bring it again itself; enough for something that restarts. What is away for longer is waited
     * for in the outbox.
     */
    public boolean soonAgain() {
        return deliveries < SHORT_TRIES;
    }

    public <T> T bodyAs(Class<T> type) {
        return Json.read(body, type);
    }
}
