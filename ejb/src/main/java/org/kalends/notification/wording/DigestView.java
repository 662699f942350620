package org.kalends.notification.wording;

import com.samskivert.mustache.Template;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kalends.template.Templates;

/**
 * Somebody's day in words, as templates read it.
 *
 * @param subject of the mail
 * @param heading above the list
 * @param label words of the templates by their keys
 */
public record DigestView(
        String language, String subject, String heading, List<Line> lines, Map<String, String> label, URI settings) {

    private static final Template CARD = Templates.html(DigestView.class, "digest-card.html.mustache");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * Something that is on.
     *
     * @param start by the reader's clock; of what lasts whole days its first
     */
    public record Item(
            String title,
            String place,
            @Nullable String conference,
            boolean allDay,
            LocalDateTime start,
            LocalDateTime end,
            URI link) {}

    /** The same in words. */
    public record Line(String when, String title, @Nullable String place, @Nullable String conference, URI link) {}

    public static DigestView of(Locale language, LocalDate day, List<Item> items, URI settings) {
        var texts = new Texts(language);
        var when = new WhenText(texts).day(day);
        return new DigestView(
                texts.language().getLanguage(),
                texts.say("digest.subject", when, items.size()),
                texts.say("digest.heading", when),
                items.stream().map(item -> line(texts, item, day)).toList(),
                Map.of(
                        "join", texts.say("label.join"),
                        "footer", texts.say("digest.footer"),
                        "settings", texts.say("footer.settings")),
                settings);
    }

    private static Line line(Texts texts, Item item, LocalDate day) {
        return new Line(
                item.allDay() ? texts.say("allday") : span(texts, item, day),
                item.title().isBlank() ? texts.say("untitled") : item.title(),
                item.place().isBlank() ? null : item.place(),
                item.conference(),
                item.link());
    }

    /** What began before the day or goes on after it says so. */
    private static String span(Texts texts, Item item, LocalDate day) {
        var words = new WhenText(texts);
        var from = item.start().toLocalDate().equals(day)
                ? CLOCK.format(item.start())
                : words.day(item.start().toLocalDate());
        if (item.end().equals(item.start())) return from;
        var until = item.end().toLocalDate().equals(day)
                ? CLOCK.format(item.end())
                : words.day(item.end().toLocalDate());
        return from + "–" + until;
    }

    /** As a messenger shows it, in simple HTML. */
    public String card() {
        return CARD.execute(this).strip();
    }
}
