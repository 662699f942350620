package org.kalends.exchange.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Texts;

/**
 * What an item says and the records of events have no field for: lines of the text on this side, elements on that one.
 *
 * @param importance {@code Low}, {@code Normal} or {@code High}
 * @param busy {@code Tentative} or {@code WorkingElsewhere}, which iCalendar has not; null for what it has
 * @param personal whether what is private is so in the way that Exchange calls personal
 * @param html the words with their looks; null where they have none
 * @see <a href="https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-oxcical/">MS-OXCICAL, 2.1.3.1.1.20</a>
 */
public record ItemExtras(String importance, @Nullable String busy, boolean personal, @Nullable String html) {

    public static final ItemExtras NONE = new ItemExtras("Normal", null, false, null);

    private static final String PRIORITY = "PRIORITY";
    private static final String BUSY = "X-MICROSOFT-CDO-BUSYSTATUS";
    private static final String SENSITIVITY = "X-KALENDS-SENSITIVITY";
    private static final String PERSONAL = "PERSONAL";
    private static final Map<String, String> BUSY_WORDS =
            Map.of("TENTATIVE", "Tentative", "WORKINGELSEWHERE", "WorkingElsewhere");

    /** As iCalendar says it. */
    static List<ContentLine> lines(Element item) {
        var lines = new ArrayList<ContentLine>();
        switch (item.value("t:Importance").orElse("")) {
            case "High" -> lines.add(ContentLine.of(PRIORITY, "1"));
            case "Low" -> lines.add(ContentLine.of(PRIORITY, "9"));
            default -> {} // as anything that says nothing
        }
        item.value("t:LegacyFreeBusyStatus")
                .map(word -> word.toUpperCase(Locale.ROOT))
                .filter(BUSY_WORDS::containsKey)
                .ifPresent(word -> lines.add(ContentLine.of(BUSY, word)));
        if (item.value("t:Sensitivity").orElse("").equals("Personal")) lines.add(ContentLine.of(SENSITIVITY, PERSONAL));
        FormattedText.line(item).ifPresent(lines::add);
        return lines;
    }

    /** As iCalendar said it. */
    public static ItemExtras of(Block event) {
        return new ItemExtras(
                importance(event),
                event.line(BUSY).map(ContentLine::token).map(BUSY_WORDS::get).orElse(null),
                event.line(SENSITIVITY)
                        .map(ContentLine::token)
                        .filter(PERSONAL::equals)
                        .isPresent(),
                html(event).orElse(null));
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.8.1.9">RFC 5545, 3.8.1.9: 1 to 4 is high, 6 to 9 low</a> */
    private static String importance(Block event) {
        var priority = event.line(PRIORITY).map(ContentLine::token).orElse("");
        if (priority.matches("[1-4]")) return "High";
        return priority.matches("[6-9]") ? "Low" : "Normal";
    }

    private static Optional<String> html(Block event) {
        return event.lines(FormattedText.PROPERTY)
                .filter(line -> line.paramValue("FMTTYPE").equalsIgnoreCase("text/html"))
                .map(line -> Texts.unescape(line.value()))
                .findFirst()
                .flatMap(FormattedText::harmless);
    }
}
