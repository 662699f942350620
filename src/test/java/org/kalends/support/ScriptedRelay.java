package org.kalends.support;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** A mail relay that behaves as badly as it is told to, recipient by recipient, and then takes what comes. */
public final class ScriptedRelay implements AutoCloseable {

    /** What it makes of one attempt. */
    public enum Conduct {
        TAKES,
        /** 452 to RCPT. */
        SAYS_LATER,
        /** 550 to RCPT. */
        SAYS_NEVER,
        /** Reads the mail and says nothing, for as long as nobody calls {@link #wakeUp}; then takes it. */
        SLEEPS,
        /** Reads the whole mail and hangs up before any answer. */
        DROPS_UNANSWERED,
        /** Takes the mail, says so and hangs up at once, without waiting for QUIT. */
        DROPS_ANSWERED
    }

    /** A mail that was read to its end, with its plain text. */
    public record Mail(String recipient, String messageId, String subject, String text, Conduct conduct) {

        /** Whether the sender was told that it was taken. */
        boolean acknowledged() {
            return conduct != Conduct.DROPS_UNANSWERED;
        }
    }

    private final int port;
    private final Map<String, Deque<Conduct>> scripts = new ConcurrentHashMap<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch sleep = new CountDownLatch(1);
    private SMTPServer server;

    private ScriptedRelay(int port) {
        this.port = port;
    }

    /** With a port of its own; it listens once it is {@link #start started}. */
    public static ScriptedRelay prepared() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new ScriptedRelay(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ScriptedRelay start() {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new Handler((Session) context))
                .build();
        server.start();
        return this;
    }

    /** Connections are refused until it is started again. */
    public void stop() {
        server.stop();
    }

    public int port() {
        return port;
    }

    /** HOST:PORT. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** What to do with the next attempts for that recipient; whatever comes after them is taken. */
    public void meets(String recipient, Conduct... conducts) {
        scripts.put(recipient, new ConcurrentLinkedDeque<>(List.of(conducts)));
    }

    /** Ends the sleep of all who sleep. */
    public void wakeUp() {
        sleep.countDown();
        sleep = new CountDownLatch(1);
    }

    /** How often somebody named the recipient. */
    public long attempts(String recipient) {
        return attempts.stream().filter(recipient::equals).count();
    }

    /** Mails for him that were read to their end, be it acknowledged or not. */
    public List<Mail> read(String recipient) {
        return mails.stream().filter(mail -> mail.recipient().equals(recipient)).toList();
    }

    /** Message-IDs of mails for him whose sender was told that they are taken. */
    public List<String> acknowledged(String recipient) {
        return read(recipient).stream()
                .filter(Mail::acknowledged)
                .map(Mail::messageId)
                .toList();
    }

    @Override
    public void close() {
        wakeUp();
        stop();
    }

    private Conduct next(String recipient) {
        var script = scripts.get(recipient);
        var conduct = script == null ? null : script.pollFirst();
        return conduct == null ? Conduct.TAKES : conduct;
    }

    private static Mail parsed(String recipient, InputStream data, Conduct conduct) throws IOException {
        try {
            var mail = new MimeMessage(jakarta.mail.Session.getInstance(new Properties()), data);
            return new Mail(
                    recipient, mail.getMessageID(), mail.getSubject(), Mailbox.text(mail, "text/plain"), conduct);
        } catch (MessagingException e) {
            throw new IOException("no mail", e);
        }
    }

    private final class Handler implements MessageHandler {

        private static final Duration LONGEST_SLEEP = Duration.ofMinutes(2);

        private final Session client;
        private String recipient = "";
        private Conduct conduct = Conduct.TAKES;

        Handler(Session client) {
            this.client = client;
        }

        @Override
        public void from(String from) {
            // whoever it is
        }

        @Override
        public void recipient(String address) throws RejectException {
            recipient = address;
            conduct = next(address);
            attempts.add(address);
            if (conduct == Conduct.SAYS_LATER) throw new RejectException(452, "4.2.2 mailbox full");
            if (conduct == Conduct.SAYS_NEVER) throw new RejectException(550, "5.1.1 no such user");
        }

        @Override
        public String data(InputStream data) throws IOException {
            var mail = parsed(recipient, data, conduct);
            if (conduct == Conduct.SLEEPS) sleep();
            mails.add(mail);
            if (conduct == Conduct.DROPS_UNANSWERED) hangUp();
            return "2.0.0 taken";
        }

        private void hangUp() {
            try {
                client.closeSocket();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void sleep() {
            try {
                if (!sleep.await(LONGEST_SLEEP.toSeconds(), TimeUnit.SECONDS))
                    throw new IllegalStateException("nobody called wakeUp");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void done() {
            if (conduct == Conduct.DROPS_ANSWERED) hangUp();
        }
    }
}
