package org.kalends.outbox.jms;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kalends.outbox.Json;
import org.kalends.outbox.Queue;
import org.kalends.outbox.store.ClaimedMessage;

/** The broker as the sender sees it. No transaction: what was sent is marked afterwards, repeats are harmless. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Broker {

    /** JNDI name of the connection factory that the deployment scripts create. */
    public static final String CONNECTION_FACTORY = "jms/kalends";

    private static final Logger LOG = Logger.getLogger(Broker.class.getName());

    @Resource(lookup = CONNECTION_FACTORY)
    ConnectionFactory connections;

    /** Sends in the given order until the broker fails; the answer is what it took. */
    public List<ClaimedMessage> send(Collection<ClaimedMessage> lot) {
        var taken = new ArrayList<ClaimedMessage>(lot.size());
        try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            var producer = context.createProducer();
            for (var message : lot) {
                producer.send(destination(context, message.queue()), text(context, message));
                taken.add(message);
            }
        } catch (JMSRuntimeException | JMSException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "The broker took " + taken.size() + " of " + lot.size()
                            + " messages; the others wait in the outbox");
        }
        return taken;
    }

    /**
     * A message that is no outbox row: whoever hands it over remembers by himself that it is to be sent.
     *
     * @param home for dead letters
     * @param body a record, sent as JSON
     * @param delay for how long the broker keeps it; not negative
     */
    public record Delayed(Queue queue, UUID home, String key, Object body, Duration delay) {}

    /** False when the broker may not have taken all; they may then be handed over once more. */
    public boolean hand(Collection<Delayed> lot) {
        try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            for (var delayed : lot) {
                var message = context.createTextMessage(Json.write(delayed.body()));
                message.setStringProperty(MessageProperties.HOME, delayed.home().toString());
                message.setStringProperty(MessageProperties.KEY, delayed.key());
                context.createProducer()
                        .setDeliveryDelay(delayed.delay().toMillis())
                        .send(destination(context, delayed.queue()), message);
            }
            return true;
        } catch (JMSRuntimeException | JMSException e) {
            LOG.log(Level.WARNING, e, () -> "The broker did not take " + lot.size() + " messages; they are due still");
            return false;
        }
    }

    private static Destination destination(JMSContext context, Queue queue) {
        return queue == Queue.CHANGES ? context.createTopic(queue.address()) : context.createQueue(queue.address());
    }

    private static TextMessage text(JMSContext context, ClaimedMessage claimed) throws JMSException {
        var message = context.createTextMessage(claimed.body());
        message.setStringProperty(MessageProperties.DUPLICATE_ID, claimed.home() + "/" + claimed.dedupKey());
        message.setStringProperty(MessageProperties.HOME, claimed.home().toString());
        message.setStringProperty(MessageProperties.KEY, claimed.dedupKey());
        if (claimed.subject() != null) {
            message.setStringProperty(MessageProperties.GROUP, claimed.home() + "/" + claimed.subject());
        }
        return message;
    }
}
