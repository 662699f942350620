package org.kalends.web.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import com.samskivert.mustache.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import org.kalends.template.Templates;
import org.kalends.web.demo.ShownCards.Card;
import org.kalends.web.demo.ShownCards.Key;
import org.kalends.web.page.PageTexts;

/** The messenger's cards as a messenger draws them: chats on one side, the bot's messages on the other. */
final class MessengerHtml {

    /** What the messenger knows of HTML. */
    private static final Safelist DRAWN = Safelist.none().addTags("b", "i", "u", "s", "code", "pre", "br");

    private static final Template PAGE = Templates.html(MessengerHtml.class, "messenger.html.mustache");

    private final PageTexts texts;
    private final DateTimeFormatter when;

    MessengerHtml(Locale wanted) {
        texts = PageTexts.of(wanted, "org.kalends.web.demo.messenger");
        when = texts.moments();
    }

    /** What the template shows. */
    record Page(
            String language,
            Map<String, String> text,
            int total,
            boolean everybody,
            String user,
            List<Chat> chats,
            List<Message> messages) {}

    record Chat(String address, String query, int count, boolean current) {}

    /** @param text HTML that is safe to draw */
    record Message(
            String id,
            String chat,
            String text,
            String sentAt,
            String when,
            List<Button> answers,
            List<Button> links,
            @Nullable String heard) {}

    record Button(String label, String value, String style) {}

    /** @param user whose chat; empty for everybody's */
    String page(List<Card> all, String user) {
        var counts = all.stream().collect(groupingBy(Card::chat, TreeMap::new, summingInt(card -> 1)));
        var chats = counts.entrySet().stream()
                .map(chat -> new Chat(
                        chat.getKey(),
                        URLEncoder.encode(chat.getKey(), StandardCharsets.UTF_8),
                        chat.getValue(),
                        chat.getKey().equalsIgnoreCase(user)))
                .toList();
        var messages = all.stream()
                .filter(card -> user.isEmpty() || card.chat().equalsIgnoreCase(user))
                .map(this::message)
                .toList();
        return PAGE.execute(new Page(texts.language(), texts.all(), all.size(), user.isEmpty(), user, chats, messages));
    }

    private Message message(Card card) {
        var sent = Instant.parse(card.sentAt());
        return new Message(
                card.id(),
                card.chat(),
                Jsoup.clean(card.text().strip().replace("\n", "<br>"), DRAWN),
                card.sentAt(),
                when.format(sent),
                buttons(card, key -> key.answer().isEmpty() ? null : key.answer()),
                buttons(card, Key::url),
                card.heard());
    }

    private static List<Button> buttons(Card card, Function<Key, @Nullable String> value) {
        return card.keyboard().stream()
                .flatMap(List::stream)
                .flatMap(key -> {
                    var given = value.apply(key);
                    var style = key.style() == null ? "base" : key.style();
                    return given == null ? Stream.of() : Stream.of(new Button(key.text(), given, style));
                })
                .toList();
    }

    /** What it says, without how it looks. */
    static String plain(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText().strip();
    }
}
