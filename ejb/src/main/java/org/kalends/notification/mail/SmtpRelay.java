package org.kalends.notification.mail;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.kalends.notification.wording.PlainText;

/** The relay that takes all outgoing mail. Every step has a timeout. */
@Singleton
public class SmtpRelay {

    /** 5xx that are about us, not about the mail: somebody will put them right (RFC 4954). */
    private static final Set<Integer> OUR_FAULT = Set.of(530, 534, 535, 538);

    private final MailSettings settings;
    private final PatientTransport.Way way;
    private final MimeComposer composer;

    @Inject
    public SmtpRelay(MailSettings settings, Clock clock) {
        this.settings = settings;
        var patience = settings.relay().patience().acceptance();
        this.way = new PatientTransport.Way(properties(), authenticator(), patience);
        this.composer = new MimeComposer(settings, clock);
    }

    /** What the relay made of a mail. */
    public sealed interface Answer {

        /** The relay is responsible for it now. */
        record Taken() implements Answer {}

        /** It will never take it: no such mailbox, forbidden content. */
        record Refused(String reason) implements Answer {}
    }

    /**
     * Hands a letter over.
     *
     * @throws RelayUnavailable if it may go another time
     */
    public Answer send(Letter letter) {
        try {
            deliver(composer.compose(way.session(), letter));
            return new Answer.Taken();
        } catch (AddressException e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        } catch (MessagingException e) {
            var code = refusal(e);
            if (code.isEmpty()) throw new RelayUnavailable("The mail relay cannot be used now", e);
            return new Answer.Refused(code.getAsInt() + " " + PlainText.line(String.valueOf(e.getMessage())));
        }
    }

    /** What goes wrong after the relay's last word is of no interest: it has the mail. */
    private void deliver(MimeMessage message) throws MessagingException {
        var transport = way.transport();
        try {
            transport.connect();
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            transport.leave();
        }
    }

    private static OptionalInt refusal(MessagingException trouble) {
        return Stream.<@Nullable Exception>iterate(trouble, e -> e != null, SmtpRelay::next)
                .mapToInt(SmtpRelay::code)
                .filter(code -> code >= 500 && code <= 599 && !OUR_FAULT.contains(code))
                .findFirst();
    }

    private static @Nullable Exception next(@Nullable Exception trouble) {
        return trouble instanceof MessagingException m ? m.getNextException() : null;
    }

    private static int code(@Nullable Exception trouble) {
        if (trouble instanceof SMTPAddressFailedException address) return address.getReturnCode();
        return trouble instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }

    private Properties properties() {
        var relay = settings.relay();
        var properties = new Properties();
        properties.put("mail.smtp.host", relay.host());
        properties.put("mail.smtp.port", String.valueOf(relay.port()));
        properties.put("mail.smtp.from", settings.from().value());
        properties.put("mail.smtp.localhost", settings.domain());
        properties.put("mail.smtp.connectiontimeout", millis(relay.patience().connect()));
        properties.put("mail.smtp.timeout", millis(relay.patience().answer()));
        properties.put("mail.smtp.writetimeout", millis(relay.patience().answer()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", String.valueOf(relay.user().isPresent()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(relay.startTls() != MailSettings.StartTls.NEVER));
        properties.put(
                "mail.smtp.starttls.required", String.valueOf(relay.startTls() == MailSettings.StartTls.REQUIRED));
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    private @Nullable Authenticator authenticator() {
        var login = settings.relay().user().orElse(null);
        if (login == null) return null;
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.name(), login.password());
            }
        };
    }
}
