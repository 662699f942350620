package org.kalends.outbox.jms;

import static java.util.Objects.requireNonNullElse;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kalends.outbox.DeadLetter;
import org.kalends.outbox.Queue;

/** What the broker laid aside, and the way back for it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadLetters {

    private static final long PATIENCE_MILLIS = 3_000;

    @Resource(lookup = Broker.CONNECTION_FACTORY)
    ConnectionFactory connections;

    /** The oldest, at most {@code limit}. */
    public List<DeadLetter> list(int limit) {
        try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
                var browser = context.createBrowser(context.createQueue(Queue.DEAD_LETTERS_ADDRESS))) {
            var found = new ArrayList<DeadLetter>();
            Enumeration<?> messages = browser.getEnumeration();
            while (found.size() < limit && messages.hasMoreElements()) {
                found.add(letter((Message) messages.nextElement()));
            }
            return found;
        } catch (JMSRuntimeException | JMSException e) {
            throw new BrokerUnreachable("The dead letters cannot be read", e);
        }
    }

    /**
     * Sends a dead letter to where it was sent first, then removes it. It is sent under a key of its own, or the
     * broker would take it for a repeat; dying in between leaves it here, and a second replay is such a repeat.
     *
     * @return false when there is no such dead letter
     */
    public boolean replay(String id) {
        var selector = selector(id);
        try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            var dead = find(context, selector);
            if (dead.isEmpty()) return false;
            sendAgain(context, dead.get());
            take(context, selector);
            return true;
        } catch (JMSRuntimeException | JMSException e) {
            throw new BrokerUnreachable("The dead letter cannot be replayed", e);
        }
    }

    /** Takes it away for good; false when there is no such dead letter. */
    public boolean purge(String id) {
        try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            return find(context, selector(id)).isPresent() && take(context, selector(id));
        } catch (JMSRuntimeException | JMSException e) {
            throw new BrokerUnreachable("The dead letter cannot be purged", e);
        }
    }

    private static Optional<Message> find(JMSContext context, String selector) throws JMSException {
        try (var browser = context.createBrowser(context.createQueue(Queue.DEAD_LETTERS_ADDRESS), selector)) {
            Enumeration<?> messages = browser.getEnumeration();
            return messages.hasMoreElements() ? Optional.of((Message) messages.nextElement()) : Optional.empty();
        }
    }

    private static boolean take(JMSContext context, String selector) {
        try (var consumer = context.createConsumer(context.createQueue(Queue.DEAD_LETTERS_ADDRESS), selector)) {
            return consumer.receive(PATIENCE_MILLIS) != null;
        }
    }

    private static String selector(String id) {
        return "JMSMessageID = '" + id.replace("'", "''") + "'";
    }

    private static void sendAgain(JMSContext context, Message dead) throws JMSException {
        var again = context.createTextMessage(dead.getBody(String.class));
        for (var name : List.of(MessageProperties.HOME, MessageProperties.KEY)) {
            var value = dead.getStringProperty(name);
            if (value != null) again.setStringProperty(name, value);
        }
        again.setStringProperty(MessageProperties.DUPLICATE_ID, "replay/" + dead.getJMSMessageID());
        context.createProducer().send(context.createQueue(address(dead)), again);
    }

    private static DeadLetter letter(Message message) throws JMSException {
        var home = message.getStringProperty(MessageProperties.HOME);
        return new DeadLetter(
                message.getJMSMessageID(),
                address(message),
                home == null ? null : UUID.fromString(home),
                message.getStringProperty(MessageProperties.KEY),
                Instant.ofEpochMilli(message.getJMSTimestamp()),
                requireNonNullElse(message.getBody(String.class), ""),
                "");
    }

    private static String address(Message message) throws JMSException {
        return requireNonNullElse(message.getStringProperty(MessageProperties.ORIGINAL_ADDRESS), "");
    }
}
