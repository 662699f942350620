package org.kalends.web.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The leaves of one mail, in their order; all of them text in UTF-8, as the product sends them. */
final class MailParts {

    private final List<Leaf> leaves = new ArrayList<>();

    private MailParts() {}

    /** @param type without its parameters, lower case, {@code method} kept where it has one */
    record Leaf(String type, String name, String content) {}

    static MailParts of(byte[] raw) {
        var parts = new MailParts();
        try {
            parts.read(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        } catch (MessagingException | IOException e) {
            parts.leaves.add(new Leaf("text/plain", "", "(unreadable: " + e.getMessage() + ")"));
        }
        return parts;
    }

    private void read(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) read(several.getBodyPart(i));
            return;
        }
        var full = part.getContentType().replaceAll("\\s+", " ");
        var method = full.replaceFirst("(?i).*(; ?method=[^; ]+).*", "$1");
        var type = full.replaceFirst(";.*", "").strip() + (method.equals(full) ? "" : method);
        var content = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        leaves.add(new Leaf(type, part.getFileName() == null ? "" : part.getFileName(), content));
    }

    Optional<String> html() {
        return leaves.stream()
                .filter(leaf -> leaf.type().startsWith("text/html"))
                .map(Leaf::content)
                .findFirst();
    }

    /** All but the one that the reader sees drawn. */
    List<Leaf> others() {
        return leaves.stream()
                .filter(leaf -> !leaf.type().startsWith("text/html"))
                .toList();
    }
}
