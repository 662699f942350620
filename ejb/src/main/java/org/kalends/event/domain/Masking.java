package org.kalends.event.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kalends.event.StoredEvent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Labels.Classification;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Texts;

/**
 * What is left of a private or confidential object for who may see the calendar and not such objects: when it is, and
 * that it is taken.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.8.1.3">RFC 5545, 3.8.1.3 (CLASS)</a>
 */
public final class Masking {

    private static final Set<String> KEPT = Set.of(
            "UID",
            "DTSTART",
            "DTEND",
            "DURATION",
            "DUE",
            "RRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "STATUS",
            "TRANSP",
            "DTSTAMP",
            "SEQUENCE",
            "CLASS");

    private Masking() {}

    /** Of one component that is private, all are hidden: its siblings tell what it is about. */
    public static boolean needed(EventSeries series) {
        return series.stream().anyMatch(c -> c.labels().classification() != Classification.PUBLIC);
    }

    /** Of whatever kind of object. */
    public static boolean needed(Block calendar) {
        return calendar.items().stream()
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .flatMap(block -> block.lines("CLASS"))
                .map(ContentLine::token)
                .anyMatch(token -> !token.equals("PUBLIC"));
    }

    public static StoredEvent of(StoredEvent event, Locale language) {
        var text = text(ContentReader.calendar(event.ical()), language);
        return new StoredEvent(
                event.home(),
                event.calendar(),
                event.id(),
                event.name(),
                event.etag(),
                event.scheduleTag(),
                text,
                ICalendar.parse(text),
                event.created(),
                event.modified());
    }

    public static String text(Block calendar, Locale language) {
        return calendar.with(calendar.items().stream()
                        .filter(item -> kept(item))
                        .map(item -> item instanceof Block block && !zone(block) ? masked(block, language) : item)
                        .toList())
                .raw();
    }

    /** The calendar's own properties may tell what a client knows of the event. */
    private static boolean kept(Item item) {
        return item instanceof Block || Set.of("VERSION", "PRODID", "CALSCALE").contains(item.name());
    }

    private static boolean zone(Block block) {
        return block.name().equals("VTIMEZONE");
    }

    private static Block masked(Block component, Locale language) {
        var items = new ArrayList<Item>();
        component.lines().filter(line -> KEPT.contains(line.name())).forEach(items::add);
        items.add(ContentLine.of("SUMMARY", Texts.escape(title(language))));
        return component.with(List.copyOf(items));
    }

    /** Of a listing. */
    public static Brief of(Brief brief, Locale language) {
        var labels = brief.labels();
        return new Brief(
                brief.rid(),
                brief.zone(),
                brief.allDay(),
                title(language),
                "",
                null,
                new Labels(labels.status(), labels.classification(), labels.transparency(), List.of(), null),
                null,
                null,
                null,
                brief.recurring(),
                0);
    }

    /** As what such time is shown. */
    public static String title(Locale language) {
        return language.getLanguage().equals("ru") ? "Занято" : "Busy";
    }
}
