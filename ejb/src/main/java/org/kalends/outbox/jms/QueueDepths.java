package org.kalends.outbox.jms;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.concurrent.TimeUnit;
import org.kalends.outbox.Json;

/**
 * Asks the broker how many messages a queue holds, by the management address that every Artemis has, inside or
 * outside. The same question shows that the broker lives.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueDepths {

    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(3);

    @Resource(lookup = Broker.CONNECTION_FACTORY)
    ConnectionFactory connections;

    /**
     * Messages that no consumer has finished.
     *
     * @throws BrokerUnreachable if it does not answer within seconds or does not know the queue
     */
    public long of(String queue) {
        try (var context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            var answers = context.createTemporaryQueue();
            var question = context.createMessage();
            question.setStringProperty("_AMQ_ResourceName", "queue." + queue);
            question.setStringProperty("_AMQ_Attribute", "messageCount");
            question.setJMSReplyTo(answers);
            try (var consumer = context.createConsumer(answers)) {
                context.createProducer().send(context.createQueue("activemq.management"), question);
                var answer = consumer.receive(PATIENCE);
                if (answer == null || !answer.getBooleanProperty("_AMQ_OperationSucceeded")) {
                    throw new BrokerUnreachable("The broker does not tell the depth of " + queue);
                }
                return Json.read(answer.getBody(String.class), long[].class)[0];
            }
        } catch (JMSRuntimeException | JMSException e) {
            throw new BrokerUnreachable("The broker cannot be asked for the depth of " + queue, e);
        }
    }
}
