package org.kalends.notification.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * SMTP that waits longer for the answer to a whole mail than for any other. A relay that scans a mail for half a minute
 * takes it in the end; who has hung up by then sends it again and again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.2.6">RFC 5321, 4.5.3.2.6 (ten minutes)</a>
 */
final class PatientTransport extends SMTPTransport {

    private static final Logger LOG = System.getLogger(PatientTransport.class.getName());

    private final Duration acceptance;
    private final Sockets sockets;

    private PatientTransport(Way way) {
        super(way.session, new URLName("smtp:"));
        this.acceptance = way.acceptance;
        this.sockets = way.sockets;
    }

    /** What all mails to one relay share: a session looks through the whole class path when it is made. */
    static final class Way {

        private final Session session;
        private final Sockets sockets = new Sockets();
        private final Duration acceptance;

        Way(Properties properties, @Nullable Authenticator authenticator, Duration acceptance) {
            var all = new Properties();
            all.putAll(properties);
            all.put("mail.smtp.socketFactory", sockets);
            all.put("mail.smtp.socketFactory.fallback", "false");
            this.session = Session.getInstance(all, authenticator);
            this.acceptance = acceptance;
        }

        Session session() {
            return session;
        }

        /** For one mail, by one thread from its connection to its end. */
        PatientTransport transport() {
            return new PatientTransport(this);
        }
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        sockets.patience(acceptance);
        super.finishData();
    }

    /** Never fails: whoever hangs up has nothing to lose any more. */
    void leave() {
        try {
            close();
        } catch (MessagingException e) {
            LOG.log(Level.DEBUG, "The relay hung up first", e);
        } finally {
            sockets.forget();
        }
    }

    /** Plain sockets, each thread's last of which is remembered; TLS, where it is begun, runs over it. */
    private static final class Sockets extends SocketFactory {

        private static final ThreadLocal<Socket> LAST = new ThreadLocal<>();

        void patience(Duration patience) throws IOException {
            var mine = LAST.get();
            if (mine != null) mine.setSoTimeout(Math.toIntExact(patience.toMillis()));
        }

        void forget() {
            LAST.remove();
        }

        @Override
        public Socket createSocket() {
            var made = new Socket();
            LAST.set(made);
            return made;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("sockets are connected under a timeout");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return createSocket(host.getHostAddress(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            return createSocket(host, port);
        }
    }
}
