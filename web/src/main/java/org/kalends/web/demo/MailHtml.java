package org.kalends.web.demo;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.web.demo.CaughtMail.Head;

/** The caught mails as a mail client draws them: boxes, messages, the one that is read. */
final class MailHtml {

    private static final Template PAGE = template();

    private final Locale locale;
    private final ResourceBundle texts;
    private final DateTimeFormatter when;

    MailHtml(Locale wanted) {
        locale = wanted.getLanguage().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
        texts = ResourceBundle.getBundle(
                "org.kalends.web.demo.mails",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        when = DateTimeFormatter.ofPattern("d MMM, HH:mm", locale).withZone(ZoneId.systemDefault());
    }

    /** What the template shows. */
    record Page(
            String language,
            Map<String, String> text,
            int total,
            boolean everybody,
            List<Box> boxes,
            List<Item> mails,
            @Nullable Opened opened) {}

    record Box(String address, String query, int count, boolean current) {}

    /** @param box where the list was, as a query */
    record Item(String id, String who, String subject, String receivedAt, String when, boolean current, String box) {}

    record Opened(String id, String from, String to, String subject, String when, String box, List<Shown> parts) {}

    record Shown(String name, String type, String size, String content) {}

    /** A mail that is read. */
    record Reading(Head head, MailParts parts) {}

    /**
     * The page.
     *
     * @param all newest first
     * @param to whose box; empty for everybody's
     */
    String page(List<Head> all, String to, @Nullable Reading reading) {
        var query = to.isEmpty() ? "" : "?to=" + encoded(to);
        var counts =
                all.stream().collect(Collectors.groupingBy(Head::to, TreeMap::new, Collectors.summingInt(head -> 1)));
        var boxes = counts.entrySet().stream()
                .map(box -> new Box(
                        box.getKey(),
                        encoded(box.getKey()),
                        box.getValue(),
                        box.getKey().equalsIgnoreCase(to)))
                .toList();
        var mails = all.stream()
                .filter(head -> to.isEmpty() || head.to().equalsIgnoreCase(to))
                .map(head -> item(head, to, reading, query))
                .toList();
        var text = texts.keySet().stream().collect(Collectors.toMap(Function.identity(), texts::getString));
        return PAGE.execute(
                new Page(locale.getLanguage(), text, all.size(), to.isEmpty(), boxes, mails, opened(reading, query)));
    }

    private Item item(Head head, String to, @Nullable Reading reading, String query) {
        return new Item(
                head.id(),
                to.isEmpty() ? head.to() : head.from(),
                head.subject(),
                head.receivedAt().toString(),
                when.format(head.receivedAt()),
                reading != null && reading.head().id().equals(head.id()),
                query);
    }

    private @Nullable Opened opened(@Nullable Reading reading, String query) {
        if (reading == null) return null;
        var head = reading.head();
        var parts = reading.parts().others().stream()
                .map(leaf -> new Shown(
                        leaf.name(),
                        leaf.type(),
                        leaf.content().getBytes(StandardCharsets.UTF_8).length + " B",
                        leaf.content()))
                .toList();
        return new Opened(
                head.id(), head.from(), head.to(), head.subject(), when.format(head.receivedAt()), query, parts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Template template() {
        try (var stream = MailHtml.class.getResourceAsStream("mail.html.mustache")) {
            if (stream == null) throw new IllegalStateException("The template of the mail pages is missing");
            return Mustache.compiler().compile(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The template of the mail pages cannot be read", e);
        }
    }
}
