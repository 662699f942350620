package org.kalends.support;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A real Artemis of one's own, in memory, with our dead letter address; it can be stopped and started again. */
@SuppressWarnings("try") // the library's stop declares Exception
public final class TestBroker implements AutoCloseable {

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final ConnectionFactory connections;

    /**
     * Starts it.
     *
     * @param id the broker's number within this JVM; no two at a time the same
     */
    public TestBroker(int id, String deadLetters, String... queues) throws Exception {
        var configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("vm", "vm://" + id);
        var address = SimpleString.of(deadLetters);
        configuration.addAddressSetting(
                "#", new AddressSettings().setDeadLetterAddress(address).setMaxDeliveryAttempts(2));
        configuration.addQueueConfiguration(QueueConfiguration.of(deadLetters).setRoutingType(RoutingType.ANYCAST));
        for (var queue : queues) {
            configuration.addQueueConfiguration(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST));
        }
        server.setConfiguration(configuration);
        server.start();
        connections = new ActiveMQConnectionFactory("vm://" + id + "?callTimeout=2000&reconnectAttempts=0");
    }

    public ConnectionFactory connections() {
        return connections;
    }

    public void stop() throws Exception {
        server.stop();
    }

    public void start() throws Exception {
        server.start();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
