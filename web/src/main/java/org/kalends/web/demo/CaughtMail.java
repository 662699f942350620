package org.kalends.web.demo;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mails that the launcher's catcher laid down as files, newest first. */
@ApplicationScoped
class CaughtMail {

    private static final Pattern ID = Pattern.compile("\\d{1,15}-[0-9a-f-]{36}");
    private static final String SUFFIX = ".eml";

    @Inject
    DemoSettings demo;

    /** What was read of them; a mail that was caught never changes. */
    private final Map<String, Head> heads = new ConcurrentHashMap<>();

    /** A mail in a list. */
    record Head(String id, String from, String to, String subject, Instant receivedAt) {}

    boolean available() {
        return demo.enabled() && demo.mailDirectory().isPresent();
    }

    /** @param to an address, or empty for everybody's */
    List<Head> list(String to) {
        try (var files = Files.list(demo.mailDirectory().orElseThrow())) {
            var caught =
                    files.filter(file -> file.toString().endsWith(SUFFIX)).collect(toMap(CaughtMail::id, file -> file));
            heads.keySet().retainAll(caught.keySet());
            return caught.entrySet().stream()
                    .map(mail -> heads.computeIfAbsent(mail.getKey(), id -> head(id, mail.getValue())))
                    .filter(head -> to.isEmpty() || head.to().equalsIgnoreCase(to))
                    .sorted(Comparator.comparing(Head::receivedAt)
                            .thenComparing(Head::id)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the caught mails cannot be read", e);
        }
    }

    Optional<byte[]> raw(String id) {
        if (!ID.matcher(id).matches()) return Optional.empty();
        var file = demo.mailDirectory().orElseThrow().resolve(id + SUFFIX);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the mail cannot be read", e);
        }
    }

    private static String id(Path file) {
        return file.getFileName().toString().replace(SUFFIX, "");
    }

    private static Head head(String id, Path file) {
        var received = Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-'))));
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            return new Head(
                    id,
                    addresses(message.getFrom()),
                    addresses(message.getRecipients(RecipientType.TO)),
                    message.getSubject() == null ? "" : message.getSubject(),
                    received);
        } catch (IOException | MessagingException e) {
            return new Head(id, "", "", "(unreadable)", received);
        }
    }

    private static String addresses(Address @Nullable [] addresses) {
        if (addresses == null) return "";
        return String.join(
                ", ",
                Arrays.stream(addresses)
                        .map(a -> a instanceof InternetAddress internet ? internet.getAddress() : a.toString())
                        .toList());
    }
}
