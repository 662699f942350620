package org.kalends.support;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;

/** The mails that one address got from a demo server, as a mail program reads them. */
public final class Mailbox {

    private static final Duration AFTER_THE_UNDO_TIME = Duration.ofSeconds(40);

    private final ApiClient nobody;
    private final String address;

    public Mailbox(KalendsServer server, String address) {
        this.nobody = ApiClient.anonymous(server);
        this.address = address;
    }

    /** Oldest first; all whose subject has these words. */
    public List<MimeMessage> about(String words) {
        var found = new ArrayList<MimeMessage>();
        var listed = nobody.get("/demo/mail/messages?to=" + address);
        for (var mail : Planning.items(listed)) {
            if (mail.get("subject").asText().contains(words)) {
                found.add(0, parsed(mail.get("id").asText()));
            }
        }
        return found;
    }

    /** Waits until there are so many. */
    public List<MimeMessage> await(String words, int count) {
        return Awaitility.await().atMost(AFTER_THE_UNDO_TIME).until(() -> about(words), mails -> mails.size() >= count);
    }

    private MimeMessage parsed(String id) {
        var raw = nobody.get("/demo/mail/messages/" + id).raw().body();
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parts of that type, however deep. */
    public static List<Part> parts(Part part, String type) {
        try {
            if (part.isMimeType(type)) return List.of(part);
            var found = new ArrayList<Part>();
            if (part.getContent() instanceof Multipart many) {
                for (int i = 0; i < many.getCount(); i++) found.addAll(parts(many.getBodyPart(i), type));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(Part mail, String type) {
        try {
            var content = parts(mail, type).get(0).getInputStream().readAllBytes();
            return new String(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The METHOD that the calendar part's type names. */
    public static String method(Part mail) throws MessagingException {
        var calendar = parts(mail, "text/calendar").get(0);
        return new ContentType(calendar.getContentType()).getParameter("method");
    }
}
