package org.kalends.notification.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.PreencodedMimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.kalends.notification.wording.PlainText;

/**
 * Makes MIME of a letter: text, HTML and calendar as alternatives, the calendar last and once more as an attachment,
 * for clients that look in only one of the places.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6047#section-2.4">RFC 6047, 2.4 (content types)</a>
 */
public final class MimeComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String BASE64 = "base64";

    private final MailSettings settings;
    private final Clock clock;

    public MimeComposer(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public MimeMessage compose(Session session, Letter letter) throws MessagingException {
        var message = new IdentifiedMessage(session, letter.thread().messageId());
        address(message, letter.address());
        message.setSubject(letter.words().subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        thread(message, letter.thread());
        classify(message, letter.address());
        message.setContent(body(letter));
        message.saveChanges();
        return message;
    }

    private void address(MimeMessage message, Letter.Address address) throws MessagingException {
        var author = mailbox(address.author().name(), address.author().address().value());
        var service = mailbox("", settings.from().value());
        boolean ours = address.author().address().domain().equalsIgnoreCase(settings.domain());
        if (ours) {
            message.setFrom(author);
            message.setSender(service);
        } else {
            message.setFrom(mailbox(address.author().name(), settings.from().value()));
        }
        message.setReplyTo(new InternetAddress[] {author});
        message.setRecipient(Message.RecipientType.TO, mailbox("", address.to().value()));
    }

    private static void thread(MimeMessage message, Letter.Conversation thread) throws MessagingException {
        if (thread.replyTo() != null) message.setHeader("In-Reply-To", thread.replyTo());
        if (!thread.references().isEmpty()) message.setHeader("References", String.join(" ", thread.references()));
    }

    private static void classify(MimeMessage message, Letter.Address address) throws MessagingException {
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834, 5
        message.setHeader("Content-Language", address.language().toLanguageTag());
        message.setHeader("X-Calendar-Event-UID", PlainText.line(address.uid().value()));
        if (address.suppress() == Letter.AutomaticAnswers.SUPPRESSED) {
            message.setHeader("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply");
        }
    }

    private static MimeMultipart body(Letter letter) throws MessagingException {
        var alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text(letter.words().text(), "text/plain; charset=utf-8"));
        alternative.addBodyPart(text(letter.words().html(), "text/html; charset=utf-8"));
        if (letter.invite().isEmpty()) return alternative;
        var invite = letter.invite().get();
        alternative.addBodyPart(calendar(invite, "text/calendar; charset=utf-8; method=" + invite.method()));
        var attached = calendar(invite, "application/ics; name=\"invite.ics\"");
        attached.setDisposition(Part.ATTACHMENT);
        attached.setFileName("invite.ics");
        var first = new MimeBodyPart();
        first.setContent(alternative);
        return new MimeMultipart("mixed", first, attached);
    }

    /** Encoded as a whole here: as the message is written, each letter would go through six streams of the mail library. */
    private static MimeBodyPart text(String words, String type) throws MessagingException {
        var octets = words.getBytes(StandardCharsets.UTF_8);
        var encoding = foreign(octets) * 2 > octets.length ? BASE64 : "quoted-printable";
        var encoded = new ByteArrayOutputStream(octets.length * 2);
        try (var encoder = MimeUtility.encode(encoded, encoding)) {
            encoder.write(octets);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every octet", e);
        }
        var part = new PreencodedMimeBodyPart(encoding);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(encoded.toByteArray(), type)));
        part.setHeader("Content-Type", type);
        return part;
    }

    /** Octets that are not ASCII; where they are the most, base64 is the shorter. */
    private static int foreign(byte[] octets) {
        int count = 0;
        for (byte octet : octets) if (octet < 0) count++;
        return count;
    }

    private static MimeBodyPart calendar(Letter.Invite invite, String type) throws MessagingException {
        var bytes = invite.ical().getBytes(StandardCharsets.UTF_8);
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", BASE64); // keeps CRLF and folds as they are
        return part;
    }

    private static InternetAddress mailbox(String name, String address) throws MessagingException {
        try {
            var mailbox =
                    new InternetAddress(address, PlainText.line(name).isEmpty() ? null : PlainText.line(name), UTF_8);
            mailbox.validate();
            return mailbox;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK knows UTF-8", e);
        }
    }

    /** Keeps the given Message-ID: the same mail sent twice must be the same mail. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
