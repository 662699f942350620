package org.kalends.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.notification.mail.MailSettings.Patience;
import org.kalends.notification.wording.NewsOfPlanning;
import org.kalends.support.ScriptedRelay;
import org.kalends.support.ScriptedRelay.Conduct;

class SmtpRelayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Test
    void aTakenMailArrivesWithItsIdAndTheServiceAsEnvelopeSender() throws MessagingException {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var answer = relay(server.getSmtp().getPort()).send(letter());

            assertThat(answer).isInstanceOf(SmtpRelay.Answer.Taken.class);
            var message = server.getReceivedMessages()[0];
            assertThat(message.getMessageID()).isEqualTo("<one@kalends.test>");
            assertThat(message.getHeader("Return-Path", null)).contains("calendar@kalends.test");
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailboxThatDoesNotExistIsRefusedForGood() throws IOException {
        assertThat(answerTo("550 5.1.1 no such user"))
                .isInstanceOfSatisfying(SmtpRelay.Answer.Refused.class, refused -> assertThat(refused.reason())
                        .startsWith("550"));
    }

    @Test
    void aFullMailboxMayHaveRoomAnotherTime() {
        assertThatThrownBy(() -> answerTo("452 4.2.2 mailbox full")).isInstanceOf(RelayUnavailable.class);
    }

    @Test
    void missingAuthenticationIsOurTroubleAndNotTheMails() {
        assertThatThrownBy(() -> answerTo("530 5.7.0 authentication required")).isInstanceOf(RelayUnavailable.class);
    }

    @Test
    void aRelayThatIsDownMayBeUpAnotherTime() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() -> relay(free).send(letter())).isInstanceOf(RelayUnavailable.class);
    }

    @Test
    void aRelayThatHangsUpAfterItTookTheMailHasTakenIt() {
        try (var scripted = ScriptedRelay.prepared().start()) {
            scripted.meets(NewsOfPlanning.BORIS.value(), Conduct.DROPS_ANSWERED);
            assertThat(relay(scripted.port()).send(letter())).isInstanceOf(SmtpRelay.Answer.Taken.class);
        }
    }

    /** RFC 5321, 4.5.3.2.6: who does not wait for this answer sends the mail again and again. */
    @Test
    void aRelayThatThinksLongBeforeItTakesAWholeMailIsWaitedFor() throws Exception {
        try (var scripted = ScriptedRelay.prepared().start()) {
            scripted.meets(NewsOfPlanning.BORIS.value(), Conduct.SLEEPS);
            var sent =
                    CompletableFuture.supplyAsync(() -> relay(scripted.port()).send(letter()));
            assertThatThrownBy(() -> sent.get(PATIENCE.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            scripted.wakeUp();
            assertThat(sent.get(5, TimeUnit.SECONDS)).isInstanceOf(SmtpRelay.Answer.Taken.class);
        }
    }

    @Test
    void aRelayThatHangsUpBeforeItsAnswerIsAskedAnotherTime() {
        try (var scripted = ScriptedRelay.prepared().start()) {
            scripted.meets(NewsOfPlanning.BORIS.value(), Conduct.DROPS_UNANSWERED);
            assertThatThrownBy(() -> relay(scripted.port()).send(letter())).isInstanceOf(RelayUnavailable.class);
        }
    }

    /** Says the line to RCPT. */
    private static SmtpRelay.Answer answerTo(String rcpt) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var talk = CompletableFuture.runAsync(() -> talk(server, rcpt));
            try {
                return relay(server.getLocalPort()).send(letter());
            } finally {
                talk.join();
            }
        }
    }

    private static void talk(ServerSocket server, String rcpt) {
        try (Socket client = server.accept();
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 relay");
            String line;
            while ((line = in.readLine()) != null) {
                say(client, line.startsWith("RCPT") ? rcpt : line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static SmtpRelay relay(int port) {
        var relay = new MailSettings.Relay(
                "127.0.0.1",
                port,
                MailSettings.StartTls.NEVER,
                Optional.empty(),
                new Patience(PATIENCE, PATIENCE, Duration.ofSeconds(30)));
        var settings = new MailSettings(
                relay,
                new CalendarAddress("calendar@kalends.test"),
                "kalends.test",
                URI.create("https://kalends.test"),
                Duration.ofSeconds(8),
                Duration.ofSeconds(60));
        return new SmtpRelay(settings, Clock.systemUTC());
    }

    private static Letter letter() {
        return new Letter(
                new Letter.Address(
                        NewsOfPlanning.person("Анна", NewsOfPlanning.ANNA),
                        NewsOfPlanning.BORIS,
                        NewsOfPlanning.RUSSIAN,
                        new Uid("planning@kalends.test"),
                        Letter.AutomaticAnswers.WELCOME),
                new Letter.Conversation("<one@kalends.test>", null, List.of()),
                new RenderedMail("Приглашение", "Текст", "<p>Текст</p>"),
                Optional.empty());
    }
}
