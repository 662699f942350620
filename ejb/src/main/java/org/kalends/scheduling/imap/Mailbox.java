package org.kalends.scheduling.imap;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.kalends.scheduling.imip.MailIntake;

/**
 * An open mailbox. Reading a message does not mark it: only who has done with it does.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9051#section-6.3.13">RFC 9051, 6.3.13 (IDLE)</a>
 */
final class Mailbox implements AutoCloseable {

    private static final String PATIENCE = "30000"; // milliseconds

    private final Store store;
    private final IMAPFolder folder;

    private Mailbox(Store store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    static Mailbox open(ImapSettings settings, String host) throws MessagingException {
        var protocol = settings.tls() == ImapSettings.Tls.ALWAYS ? "imaps" : "imap";
        var properties = new Properties();
        properties.put("mail." + protocol + ".connectiontimeout", PATIENCE);
        properties.put("mail." + protocol + ".timeout", PATIENCE);
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        var store = Session.getInstance(properties).getStore(protocol);
        store.connect(
                host, settings.port(), settings.user(), settings.password().orElse(""));
        var folder = (IMAPFolder) store.getFolder("INBOX");
        folder.open(Folder.READ_WRITE);
        return new Mailbox(store, folder);
    }

    /** What a reader does with one message. */
    interface Reader {

        /** @param source names the message for ever */
        void read(byte[] raw, String source);
    }

    /** Gives each message that is not marked to the reader, and marks it when he returns. */
    void unread(Reader reader) throws MessagingException, IOException {
        for (var message : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
            if (message instanceof IMAPMessage imap) imap.setPeek(true);
            reader.read(raw(message), source(message));
            message.setFlag(Flags.Flag.SEEN, true);
        }
    }

    private String source(Message message) throws MessagingException {
        return "imap/" + folder.getUIDValidity() + "/" + folder.getUID(message);
    }

    /** One that is too large is not fetched: it is read as an empty one, which is refused. */
    private static byte[] raw(Message message) throws MessagingException, IOException {
        if (message.getSize() > MailIntake.LARGEST) return new byte[0];
        var raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        return raw.toByteArray();
    }

    /** Returns when the server tells of something, or another thread asked for anything here. */
    void waitForNews() throws MessagingException {
        folder.idle(true);
    }

    /** Ends a wait of another thread. */
    void wake() throws MessagingException {
        folder.getMessageCount();
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException alreadyGone) {
            System.getLogger(Mailbox.class.getName())
                    .log(System.Logger.Level.DEBUG, "The mailbox was gone before it was closed", alreadyGone);
        }
    }
}
