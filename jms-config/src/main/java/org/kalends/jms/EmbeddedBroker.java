package org.kalends.jms;

import jakarta.resource.spi.ResourceAdapterInternalException;
import java.io.File;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * The broker of a single node: durable queues in a journal, repeated with back-off, dead-lettered in the end. How it
 * does so is said by {@link BrokerSettings}.
 */
final class EmbeddedBroker {

    /** Anycast; the outbox names the same (org.kalends.outbox.Queue). */
    private static final List<String> QUEUES = List.of(
            "kalends.delivery",
            "kalends.mail",
            "kalends.messenger",
            "kalends.browser",
            "kalends.reminder",
            "kalends.reminder.mail",
            "kalends.reminder.messenger",
            "kalends.reminder.browser",
            "kalends.digest");

    private static final String TOPIC = "kalends.changes";
    private static final String DEAD_LETTERS = "kalends.dead-letters";
    private static final int DUPLICATES_REMEMBERED = 50_000;
    private static final long LONGEST_DELAY_MILLIS = 300_000;

    /** The library's own measure, nine tenths of the disk, stops all deliveries on disks with plenty of room left. */
    private static final long LEFT_FREE_OCTETS = 200L << 20;

    /** It would write a line at INFO for each message sent and taken; held here, or the level would be forgotten. */
    private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

    private final EmbeddedActiveMQ server;

    private EmbeddedBroker(EmbeddedActiveMQ server) {
        this.server = server;
    }

    static EmbeddedBroker started() throws ResourceAdapterInternalException {
        AUDIT.setLevel(Level.OFF);
        try {
            var server = new EmbeddedActiveMQ();
            server.setConfiguration(configuration(BrokerSettings.read()));
            server.start();
            return new EmbeddedBroker(server);
        } catch (Exception e) { // the library declares it
            throw new ResourceAdapterInternalException("the embedded broker does not start", e);
        }
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) { // the library declares it
            throw new IllegalStateException("the embedded broker does not stop", e);
        }
    }

    private static Configuration configuration(BrokerSettings settings) throws Exception {
        var directory = settings.directory();
        var configuration = new ConfigurationImpl()
                .setName("kalends")
                .setSecurityEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(new File(directory, "journal").getPath())
                .setBindingsDirectory(new File(directory, "bindings").getPath())
                .setPagingDirectory(new File(directory, "paging").getPath())
                .setLargeMessagesDirectory(new File(directory, "large").getPath())
                .setJMXManagementEnabled(true)
                .setIDCacheSize(DUPLICATES_REMEMBERED)
                .setMinDiskFree(LEFT_FREE_OCTETS)
                .addAcceptorConfiguration("in-vm", "vm://0");
        if (settings.port() > 0) {
            configuration.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + settings.port());
        }
        configuration.addAddressSetting("kalends.#", patience(settings));
        configuration.addAddressSetting("#", deadLettered()); // temporary queues are warned of otherwise
        QUEUES.forEach(queue -> configuration.addAddressConfiguration(queue(queue)));
        configuration.addAddressConfiguration(
                new CoreAddressConfiguration().setName(TOPIC).addRoutingType(RoutingType.MULTICAST));
        configuration.addAddressConfiguration(queue(DEAD_LETTERS));
        return configuration;
    }

    private static AddressSettings patience(BrokerSettings settings) {
        return deadLettered()
                .setMaxDeliveryAttempts(settings.attempts())
                .setRedeliveryDelay(settings.firstDelayMillis())
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(LONGEST_DELAY_MILLIS)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }

    private static AddressSettings deadLettered() {
        var address = SimpleString.of(DEAD_LETTERS);
        return new AddressSettings().setDeadLetterAddress(address).setExpiryAddress(address);
    }

    private static CoreAddressConfiguration queue(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST));
    }
}
