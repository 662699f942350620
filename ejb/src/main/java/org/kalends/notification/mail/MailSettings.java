package org.kalends.notification.mail;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.kalends.identity.CalendarAddress;

/**
 * How mail leaves: {@code kalends.mail.*}, and {@code kalends.base-url} for the links in it.
 *
 * @param domain whose addresses the relay signs for: only they may stand in From
 * @param from the service's own address: the envelope's sender, where bounces go
 * @param undo how long a mail waits, so that its cause can be undone
 * @param coalesce for how long edits that come within each other's undo time go on joining one mail
 */
public record MailSettings(
        Relay relay, CalendarAddress from, String domain, URI baseUrl, Duration undo, Duration coalesce) {

    public MailSettings {
        if (undo.isNegative()) throw new IllegalArgumentException("kalends.mail.undo must not be negative: " + undo);
        if (coalesce.compareTo(undo) < 0) {
            throw new IllegalArgumentException(
                    "kalends.mail.coalesce must not be below kalends.mail.undo: " + coalesce);
        }
    }

    /**
     * Where to and how.
     *
     * @param user for AUTH; empty when the relay trusts our network
     * @param connect how long a connection may take
     * @param answer how long each answer of the relay may take
     */
    public record Relay(
            String host, int port, StartTls startTls, Optional<Login> user, Duration connect, Duration answer) {

        public Relay {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("kalends.mail.port must lie in 1 to 65535: " + port);
            }
        }
    }

    /** What is asked of the relay before anything is said. */
    public enum StartTls {
        NEVER,
        IF_OFFERED,
        REQUIRED
    }

    /** Name and password; not to be logged. */
    public record Login(String name, String password) {

        @Override
        public String toString() {
            return name + ":***";
        }
    }

    /**
     * Reads the keys.
     *
     * @throws IllegalArgumentException naming the key, if a value is missing or makes no sense
     */
    public static MailSettings from(Config config) {
        var from = new CalendarAddress(text(config, "kalends.mail.from", "calendar@localhost.localdomain"));
        return new MailSettings(
                relay(config),
                from,
                text(config, "kalends.mail.domain", from.domain()),
                URI.create(text(config, "kalends.base-url", "http://127.0.0.1:8080")),
                duration(config, "kalends.mail.undo", "PT8S"),
                duration(config, "kalends.mail.coalesce", "PT60S"));
    }

    private static Relay relay(Config config) {
        var user = config.getOptionalValue("kalends.mail.user", String.class)
                .map(name -> new Login(name, text(config, "kalends.mail.password", "")));
        return new Relay(
                text(config, "kalends.mail.host", "127.0.0.1"),
                config.getOptionalValue("kalends.mail.port", Integer.class).orElse(25),
                config.getOptionalValue("kalends.mail.starttls", StartTls.class).orElse(StartTls.IF_OFFERED),
                user,
                duration(config, "kalends.mail.connect-timeout", "PT5S"),
                duration(config, "kalends.mail.answer-timeout", "PT20S"));
    }

    private static String text(Config config, String key, String otherwise) {
        return config.getOptionalValue(key, String.class).orElse(otherwise);
    }

    private static Duration duration(Config config, String key, String otherwise) {
        return Duration.parse(text(config, key, otherwise));
    }
}
