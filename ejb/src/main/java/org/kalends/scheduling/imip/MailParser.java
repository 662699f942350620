package org.kalends.scheduling.imip;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.AttachmentKeeping.Offered;
import org.kalends.identity.CalendarAddress;
import org.kalends.problem.CalendarException;

/**
 * A raw mail to what counts of it. However it is nested and packed, only so many parts are looked at and only so many
 * octets unpacked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6047#section-2">RFC 6047, 2</a>
 */
final class MailParser {

    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 100;
    private static final int LARGEST_CALENDAR = 2 * 1024 * 1024;
    private static final int LARGEST_REPORT = 64 * 1024;
    private static final int MOST_FILES = 20;
    private static final int MOST_ADDRESSES = 2_000;

    private final MimeMessage mail;
    private final List<Part> leaves = new ArrayList<>();

    private MailParser(MimeMessage mail) {
        this.mail = mail;
    }

    /**
     * Reads a mail.
     *
     * @param authority the authserv-id of our mail server
     * @throws CalendarException 400 if it is none
     */
    static InboundMail read(byte[] raw, String authority) {
        try {
            var parser = new MailParser(
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
            if (parser.mail.getHeader("From") == null) throw unreadable("has no From");
            parser.walk(parser.mail, 0);
            return parser.inbound(authority);
        } catch (MessagingException | IOException e) {
            throw unreadable("cannot be read: " + e.getMessage());
        }
    }

    private InboundMail inbound(String authority) throws MessagingException, IOException {
        var sender = sender();
        var vouched = sender != null
                && AuthenticationResults.vouch(mail.getHeader("Authentication-Results"), authority, sender.domain());
        var automatic =
                Optional.ofNullable(mail.getHeader("Auto-Submitted", null)).orElse("no");
        return new InboundMail(
                Optional.ofNullable(mail.getMessageID()).orElse("").replaceAll("\\p{Cntrl}", ""),
                sender,
                vouched,
                !automatic.strip().equalsIgnoreCase("no"),
                addressees(),
                calendar(),
                files(),
                failures());
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) throw unreadable("is nested deeper than " + DEEPEST);
        if (!part.isMimeType("multipart/*")) {
            leaves.add(part);
            if (leaves.size() > MOST_PARTS) throw unreadable("has more than " + MOST_PARTS + " parts");
            return;
        }
        if (!(part.getContent() instanceof Multipart parts)) throw unreadable("has a broken multipart");
        if (parts.getCount() > MOST_PARTS) throw unreadable("has more than " + MOST_PARTS + " parts");
        for (int i = 0; i < parts.getCount(); i++) walk(parts.getBodyPart(i), depth + 1);
    }

    private @Nullable CalendarAddress sender() throws MessagingException {
        var from = mail.getFrom();
        if (from == null || from.length != 1) return null;
        return address(from[0]).orElse(null);
    }

    private Set<CalendarAddress> addressees() throws MessagingException {
        var found = new HashSet<CalendarAddress>();
        var all = mail.getAllRecipients();
        if (all != null) {
            if (all.length > MOST_ADDRESSES) throw unreadable("has more than " + MOST_ADDRESSES + " addressees");
            for (var one : all) address(one).ifPresent(found::add);
        }
        for (var name : List.of("Delivered-To", "X-Original-To")) {
            var values = mail.getHeader(name);
            if (values != null) for (var value : values) address(value).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<CalendarAddress> address(Address address) {
        return address instanceof InternetAddress internet && internet.getAddress() != null
                ? address(internet.getAddress())
                : Optional.empty();
    }

    private static Optional<CalendarAddress> address(String text) {
        try {
            return Optional.of(new CalendarAddress(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private @Nullable String calendar() throws MessagingException, IOException {
        for (var type : List.of("text/calendar", "application/ics")) {
            for (var leaf : leaves) if (leaf.isMimeType(type)) return text(leaf);
        }
        return null;
    }

    /** Attachments, in their order; the calendar itself is none, whatever it calls itself. */
    private List<Offered> files() throws MessagingException, IOException {
        var files = new ArrayList<Offered>();
        for (var leaf : leaves) {
            boolean attached = Part.ATTACHMENT.equalsIgnoreCase(leaf.getDisposition());
            boolean calendar = leaf.isMimeType("text/calendar") || leaf.isMimeType("application/ics");
            if (!attached || calendar || files.size() == MOST_FILES) continue;
            files.add(new Offered(name(leaf), octets(leaf, MailIntake.LARGEST)));
        }
        return files;
    }

    private static String name(Part part) throws MessagingException, IOException {
        var name = part.getFileName();
        return name == null ? "" : MimeUtility.decodeText(name);
    }

    private static String text(Part part) throws MessagingException, IOException {
        var octets = octets(part, LARGEST_CALENDAR);
        var charset = charset(new ContentType(part.getContentType()).getParameter("charset"));
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            throw unreadable("has a calendar part that is not " + charset);
        }
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw unreadable("has a calendar part in an unknown charset");
        }
    }

    private static byte[] octets(Part part, int most) throws MessagingException, IOException {
        try (var content = part.getInputStream()) {
            var octets = content.readNBytes(most + 1);
            if (octets.length > most) throw unreadable("has a part that is larger than " + most + " octets");
            return octets;
        }
    }

    /** RFC 3464: for each recipient a group of fields, and the headers of the mail that came back. */
    private List<InboundMail.Failure> failures() throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report")) return List.of();
        var recipients = new ArrayList<CalendarAddress>();
        var original = "";
        for (var leaf : leaves) {
            if (leaf.isMimeType("message/delivery-status")) recipients.addAll(failed(leaf));
            if (leaf.isMimeType("message/rfc822") || leaf.isMimeType("text/rfc822-headers")) {
                var headers = new InternetHeaders(new ByteArrayInputStream(head(leaf)));
                original = Optional.ofNullable(headers.getHeader("Message-ID", null))
                        .orElse("");
            }
        }
        var of = original.strip();
        return of.isEmpty()
                ? List.of()
                : recipients.stream()
                        .map(recipient -> new InboundMail.Failure(of, recipient))
                        .toList();
    }

    private static byte[] head(Part part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readNBytes(LARGEST_REPORT);
        }
    }

    private static List<CalendarAddress> failed(Part report) throws MessagingException, IOException {
        var failed = new ArrayList<CalendarAddress>();
        var text = new String(octets(report, LARGEST_REPORT), StandardCharsets.UTF_8);
        for (var group : text.split("\\r?\\n\\r?\\n")) {
            var fields = new InternetHeaders(new ByteArrayInputStream(group.getBytes(StandardCharsets.UTF_8)));
            var action = Optional.ofNullable(fields.getHeader("Action", null)).orElse("");
            var recipient = Optional.ofNullable(fields.getHeader("Final-Recipient", null))
                    .orElse("");
            if (!action.strip().equalsIgnoreCase("failed")) continue;
            address(recipient.substring(recipient.indexOf(';') + 1).strip()).ifPresent(failed::add);
        }
        return failed;
    }

    private static CalendarException unreadable(String why) {
        return CalendarException.invalid("body", "the mail " + why);
    }
}
