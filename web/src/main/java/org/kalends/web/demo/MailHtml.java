package org.kalends.web.demo;

import com.samskivert.mustache.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.template.Templates;
import org.kalends.web.demo.CaughtMail.Head;
import org.kalends.web.page.PageTexts;

/** The caught mails as a mail client draws them: boxes, messages, the one that is read. */
final class MailHtml {

    private static final Template PAGE = Templates.html(MailHtml.class, "mail.html.mustache");

    private final PageTexts texts;
    private final DateTimeFormatter when;

    MailHtml(Locale wanted) {
        texts = PageTexts.of(wanted, "org.kalends.web.demo.mails");
        when = texts.moments();
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
        return PAGE.execute(new Page(
                texts.language(), texts.all(), all.size(), to.isEmpty(), boxes, mails, opened(reading, query)));
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
}
