package org.kalends.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.notification.mail.Letter.AutomaticAnswers;
import org.kalends.notification.wording.NewsOfPlanning;

class MimeComposerTest {

    private static final String ICAL =
            "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:" + "Очень длинная пл\r\n анёрка" + "\r\nEND:VCALENDAR\r\n";

    private final MimeComposer composer =
            new MimeComposer(settings(), Clock.fixed(Instant.parse("2026-11-24T07:00:00Z"), ZoneOffset.UTC));

    @Test
    void theCalendarIsTheLastAlternativeAndOnceMoreAttached() throws MessagingException, IOException {
        var mixed = (MimeMultipart) received(invitation(NewsOfPlanning.ANNA)).getContent();
        var alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();

        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(types(alternative)).containsExactly("text/plain", "text/html", "text/calendar");
        assertThat(types(mixed)).containsExactly("multipart/alternative", "application/ics");
        assertThat(mixed.getBodyPart(1).getDisposition()).isEqualTo("attachment");
        assertThat(alternative.getBodyPart(2).getDisposition()).isNull();
    }

    @Test
    void theMethodParameterIsTheMethodAndTheTextKeepsItsLines() throws MessagingException, IOException {
        var mixed = (MimeMultipart) received(invitation(NewsOfPlanning.ANNA)).getContent();
        var calendar = (MimePart) ((MimeMultipart) mixed.getBodyPart(0).getContent()).getBodyPart(2);
        var type = new ContentType(calendar.getContentType());

        assertThat(type.getParameter("method")).isEqualTo("REQUEST");
        assertThat(type.getParameter("charset")).isEqualToIgnoringCase("utf-8");
        for (var part : List.of(calendar, (MimePart) mixed.getBodyPart(1))) {
            var bytes = part.getInputStream().readAllBytes();
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(ICAL);
        }
    }

    @Test
    void ourOwnAddressStandsInFromWithTheServiceAsSender() throws MessagingException, IOException {
        var message = received(invitation(NewsOfPlanning.ANNA));

        assertThat(message.getFrom()[0].toString()).contains("<anna@kalends.test>");
        assertThat(message.getSender()).hasToString("calendar@kalends.test");
        assertThat(message.getReplyTo()[0].toString()).contains("<anna@kalends.test>");
    }

    @Test
    void aForeignAddressIsOnlyRepliedTo() throws MessagingException, IOException {
        var message = received(invitation(NewsOfPlanning.GUEST));

        assertThat(message.getFrom()[0].toString()).contains("<calendar@kalends.test>");
        assertThat(message.getReplyTo()[0].toString()).contains("guest@example.org");
    }

    @Test
    void theHeadersKeepTheThreadAndMachinesQuiet() throws MessagingException, IOException {
        var message = received(invitation(NewsOfPlanning.ANNA));

        assertThat(message.getMessageID()).isEqualTo("<two@kalends.test>");
        assertThat(message.getHeader("In-Reply-To", null)).isEqualTo("<one@kalends.test>");
        assertThat(message.getHeader("References", null)).isEqualTo("<one@kalends.test>");
        assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(message.getHeader("Content-Language", null)).isEqualTo("ru");
        assertThat(message.getHeader("X-Calendar-Event-UID", null)).isEqualTo("planning@kalends.test");
        assertThat(message.getHeader("X-Auto-Response-Suppress")).isNull();
        assertThat(message.getSubject()).isEqualTo("Приглашение: Планёрка");
    }

    static MailSettings settings() {
        var relay = new MailSettings.Relay(
                "127.0.0.1",
                25,
                MailSettings.StartTls.NEVER,
                Optional.empty(),
                new MailSettings.Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMinutes(1)));
        return new MailSettings(
                relay,
                new CalendarAddress("calendar@kalends.test"),
                "kalends.test",
                URI.create("https://kalends.test"),
                Duration.ofSeconds(8),
                Duration.ofSeconds(60));
    }

    private static Letter invitation(CalendarAddress author) {
        return new Letter(
                new Letter.Address(
                        NewsOfPlanning.person("Анна", author),
                        NewsOfPlanning.BORIS,
                        NewsOfPlanning.RUSSIAN,
                        new Uid("planning@kalends.test"),
                        AutomaticAnswers.WELCOME),
                new Letter.Conversation("<two@kalends.test>", "<one@kalends.test>", List.of("<one@kalends.test>")),
                new RenderedMail("Приглашение: Планёрка", "Текст", "<p>Текст</p>"),
                Optional.of(new Letter.Invite(Method.REQUEST, ICAL)));
    }

    /** The message as its receiver gets it: written out and parsed again. */
    private MimeMessage received(Letter letter) throws MessagingException, IOException {
        var session = Session.getInstance(new Properties());
        var octets = new ByteArrayOutputStream();
        composer.compose(session, letter).writeTo(octets);
        return new MimeMessage(session, new ByteArrayInputStream(octets.toByteArray()));
    }

    private static List<String> types(MimeMultipart parts) throws MessagingException {
        var types = new ArrayList<String>();
        for (int i = 0; i < parts.getCount(); i++) {
            types.add(new ContentType(parts.getBodyPart(i).getContentType()).getBaseType());
        }
        return types;
    }
}
