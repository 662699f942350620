package org.kalends.scheduling.imap;

import java.time.Duration;
import java.util.Optional;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.scheduling.imap-*}.
 *
 * @param host without one no mailbox is read
 * @param tls whether the connection is encrypted from its first octet
 * @param poll how often it is looked even if the server told of nothing
 */
public record ImapSettings(
        Optional<String> host, int port, Tls tls, String user, Optional<String> password, Duration poll)
        implements FeatureSettings {

    private static final int HIGHEST_PORT = 65_535;

    /** How the mailbox is reached. */
    public enum Tls {
        ALWAYS,
        NEVER
    }

    public ImapSettings {
        if (poll.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("kalends.scheduling.imap-poll must not be below PT1S: " + poll);
        }
    }

    public static ImapSettings from(Values values) {
        return new ImapSettings(
                values.text("kalends.scheduling.imap-host"),
                values.whole("kalends.scheduling.imap-port", 1, HIGHEST_PORT, "993"),
                values.choice("kalends.scheduling.imap-tls", Tls.class, "always"),
                values.text("kalends.scheduling.imap-user", ""),
                values.secret("kalends.scheduling.imap-password"),
                values.duration("kalends.scheduling.imap-poll", "PT1M"));
    }
}
