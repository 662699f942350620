package org.kalends.notification.mail;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.InvalidSetting;
import org.kalends.settings.Values;

/**
 * How mail leaves: {@code kalends.mail.*}, and {@code kalends.base-url} for the links in it.
 *
 * @param domain whose addresses the relay signs for: only they may stand in From
 * @param from the service's own address: the envelope's sender, where bounces go
 * @param undo how long a mail waits, so that its cause can be undone
 * @param coalesce for how long edits that come within each other's undo time go on joining one mail
 */
public record MailSettings(
        Relay relay, CalendarAddress from, String domain, URI baseUrl, Duration undo, Duration coalesce)
        implements FeatureSettings {

    private static final int HIGHEST_PORT = 65_535;

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
     */
    public record Relay(String host, int port, StartTls startTls, Optional<Login> user, Patience patience) {

        public Relay {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("kalends.mail.port must lie in 1 to 65535: " + port);
            }
        }
    }

    /**
     * How long the relay may keep us waiting.
     *
     * @param connect for a connection
     * @param answer for each answer but one
     * @param acceptance for the answer to a whole mail: hanging up before it may send the mail twice
     */
    public record Patience(Duration connect, Duration answer, Duration acceptance) {}

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

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static MailSettings from(Values values) {
        var from = address(values.text("kalends.mail.from", "calendar@localhost.localdomain"));
        return new MailSettings(
                relay(values),
                from,
                values.text("kalends.mail.domain", from.domain()),
                values.address("kalends.base-url", "http://127.0.0.1:8080"),
                values.duration("kalends.mail.undo", "PT8S"),
                values.duration("kalends.mail.coalesce", "PT60S"));
    }

    private static CalendarAddress address(String from) {
        try {
            return new CalendarAddress(from);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting("kalends.mail.from", "a mail address", from);
        }
    }

    private static Relay relay(Values values) {
        var password = values.secret("kalends.mail.password").orElse("");
        return new Relay(
                values.text("kalends.mail.host", "127.0.0.1"),
                values.whole("kalends.mail.port", 1, HIGHEST_PORT, "25"),
                values.choice("kalends.mail.starttls", StartTls.class, "if-offered"),
                values.text("kalends.mail.user").map(name -> new Login(name, password)),
                patience(values));
    }

    private static Patience patience(Values values) {
        return new Patience(
                values.span("kalends.mail.connect-timeout", "PT5S"),
                values.span("kalends.mail.answer-timeout", "PT20S"),
                values.span("kalends.mail.acceptance-timeout", "PT10M"));
    }

    /** Where people choose what they are told of. */
    public URI settingsLink() {
        return URI.create(baseUrl + "/settings");
    }

    /** Where people of the house see an event. */
    public URI link(Uid event) {
        return URI.create(baseUrl + "/?uid=" + URLEncoder.encode(event.value(), StandardCharsets.UTF_8));
    }
}
