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
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;

class SmtpRelayIT {

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
        var patience = Duration.ofSeconds(2);
        var relay = new MailSettings.Relay(
                "127.0.0.1", port, MailSettings.StartTls.NEVER, Optional.empty(), patience, patience);
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
