package org.kalends.jms;

import jakarta.resource.spi.ResourceAdapterInternalException;
import java.io.File;
import java.util.Locale;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code kalends.broker.*}, as system properties or environment variables: the adapter comes before all applications
 * and knows no MicroProfile.
 *
 * @param directory of journal, bindings, pages
 * @param port TCP on the loopback for other nodes; 0 for none
 * @param attempts deliveries of one message before it is a dead letter
 * @param firstDelayMillis pause before the second delivery; each further one is twice as long
 */
record BrokerSettings(File directory, int port, int attempts, long firstDelayMillis) {

    private static final Logger LOG = Logger.getLogger(BrokerSettings.class.getName());
    private static final int HIGHEST_PORT = 65_535;
    private static final int FEWEST_ATTEMPTS = 5; // consumers of mail hand over to the outbox at their fourth
    private static final int MOST_ATTEMPTS = 1_000;
    private static final int LONGEST_FIRST_DELAY = 300_000;

    /** @throws ResourceAdapterInternalException naming key and value, if one makes no sense; that is logged too */
    static BrokerSettings read() throws ResourceAdapterInternalException {
        return new BrokerSettings(
                new File(setting("kalends.broker.directory", "broker")),
                whole("kalends.broker.port", 0, HIGHEST_PORT, setting("kalends.broker.port", "0")),
                whole(
                        "kalends.broker.attempts",
                        FEWEST_ATTEMPTS,
                        MOST_ATTEMPTS,
                        setting("kalends.broker.attempts", "10")),
                whole(
                        "kalends.broker.first-delay-millis",
                        0,
                        LONGEST_FIRST_DELAY,
                        setting("kalends.broker.first-delay-millis", "500")));
    }

    private static String setting(String key, String otherwise) {
        @Nullable String property = System.getProperty(key);
        if (property != null) return property.strip();
        var variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return System.getenv().getOrDefault(variable, otherwise).strip();
    }

    private static int whole(String key, int least, int most, String value) throws ResourceAdapterInternalException {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            throw refused(key, "a whole number", value);
        }
        throw refused(key, "a number from " + least + " to " + most, value);
    }

    /** The words are those of the other settings; the launcher looks for them. */
    private static ResourceAdapterInternalException refused(String key, String must, String was) {
        var message = key + " must be " + must + ", was " + was;
        LOG.severe(() -> "Configuration refused: " + message);
        return new ResourceAdapterInternalException(message);
    }
}
