package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

/** A mailbox of an outside mail server that Kalends reads, and the pipe of one that shows its token. */
class MailboxIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2028, 4, 3);
    private static final String MAILBOX = "calendar@kalends.test";

    private static GreenMail mailServer;
    private static GreenMailUser user;
    private static KalendsServer server;

    @BeforeAll
    static void start() {
        mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        mailServer.start();
        user = mailServer.setUser(MAILBOX, MAILBOX, "secret");
        server = KalendsServer.fresh(Map.of(
                "KALENDS_SCHEDULING_MAIL_TOKEN", "pipe",
                "KALENDS_SCHEDULING_MAIL_AUTHORITY", "mx.kalends.test",
                "KALENDS_SCHEDULING_IMAP_HOST", "127.0.0.1",
                "KALENDS_SCHEDULING_IMAP_PORT",
                        Integer.toString(mailServer.getImap().getPort()),
                "KALENDS_SCHEDULING_IMAP_TLS", "never",
                "KALENDS_SCHEDULING_IMAP_USER", MAILBOX,
                "KALENDS_SCHEDULING_IMAP_PASSWORD", "secret",
                "KALENDS_SCHEDULING_IMAP_POLL", "PT3S"));
    }

    @AfterAll
    static void stop() {
        server.close();
        mailServer.stop();
    }

    private static String invitation(String title) {
        return ("Authentication-Results: mx.kalends.test; dkim=pass header.d=partner.test\nFrom: paul@partner.test\n"
                        + "To: eva@kalends.test\nSubject: Invitation\nMessage-ID: <" + title + "@partner.test>\n"
                        + "MIME-Version: 1.0\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nVERSION:2.0"
                        + "\nPRODID:-//P//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:" + title
                        + "\nDTSTAMP:20261125T000000Z\nDTSTART:20280403T100000Z\nDTEND:20280403T110000Z\nSUMMARY:"
                        + title
                        + "\nORGANIZER:mailto:paul@partner.test\nATTENDEE:mailto:eva@kalends.test\nEND:VEVENT"
                        + "\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    private static void comes(String mail) throws MessagingException {
        var raw = new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8));
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), raw));
    }

    private static List<StoredMessage> messages() {
        try {
            return mailServer.getManagers().getImapHostManager().getInbox(user).getMessages();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long unseen() {
        return messages().stream()
                .filter(message -> !message.isSet(Flags.Flag.SEEN))
                .count();
    }

    private static long events(String title) {
        var eva = ApiClient.loggedIn(server, "eva");
        return items(eva.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))).stream()
                .filter(event -> event.get("title").asText().equals(title))
                .count();
    }

    @Test
    void whatComesIsTakenInAndMarkedAlsoWhatCannotBeRead() throws MessagingException {
        var first = "first-" + UUID.randomUUID();
        comes(invitation(first));
        await().atMost(SOON).until(() -> events(first) == 1);
        comes("From: a@b.test\r\nContent-Type: text/calendar\r\n\r\nMETHOD:NONSENSE\r\n");
        var second = "second-" + UUID.randomUUID();
        comes(invitation(second));
        await().atMost(SOON).until(() -> events(second) == 1);
        await().atMost(SOON).until(() -> unseen() == 0);
    }

    @Test
    void aMailThatCouldNotBeMarkedIsNotTakenInTwice() throws MessagingException {
        var title = "twice-" + UUID.randomUUID();
        comes(invitation(title));
        await().atMost(SOON).until(() -> events(title) == 1);
        var eva = ApiClient.loggedIn(server, "eva");
        var id = items(eva.get("/api/v1/events?" + range(DAY, DAY.plusDays(1)))).stream()
                .filter(event -> event.get("title").asText().equals(title))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        assertThat(eva.delete(
                                "/api/v1/events/" + id,
                                eva.get("/api/v1/events/" + id).etag())
                        .status())
                .isEqualTo(204);
        await().atMost(SOON).until(() -> unseen() == 0);
        messages().forEach(message -> message.setFlag(Flags.Flag.SEEN, false));
        await().atMost(SOON).until(() -> unseen() == 0);
        assertThat(events(title)).isZero();
    }

    @Test
    void thePipeOfAMailServerShowsItsToken() {
        var mail = invitation("pipe-" + UUID.randomUUID());
        var nobody = ApiClient.anonymous(server);
        var unnamed = nobody.post("/mail/inbound", mail);
        assertThat(unnamed.status()).isEqualTo(401);
        assertThat(unnamed.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(ApiClient.bearer(server, "wrong").post("/mail/inbound", mail).status())
                .isEqualTo(401);
        var taken = ApiClient.bearer(server, "pipe").post("/mail/inbound", mail);
        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.body().get("result").asText()).isEqualTo("applied");
        var large = "From: a@b.test\n\n" + "X".repeat(26 * 1024 * 1024);
        assertThat(ApiClient.bearer(server, "pipe").post("/mail/inbound", large).status())
                .isEqualTo(413);
    }
}
