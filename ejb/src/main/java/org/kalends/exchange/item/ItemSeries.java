package org.kalends.exchange.item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Item;

/** An item with its changed instances as one calendar object. */
public final class ItemSeries {

    private ItemSeries() {}

    /**
     * iCalendar text of all.
     *
     * @param instances those of {@link CalendarItem#changed()} that Exchange still has
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-4.1">RFC 4791, 4.1</a>
     */
    public static String text(CalendarItem item, Collection<CalendarItem> instances) {
        var overrides =
                instances.stream().map(instance -> override(item, instance)).toList();
        var series = new EventSeries(item.uid(), item.component(), overrides);
        var lines = Stream.concat(Stream.of(item), instances.stream())
                .map(CalendarItem::lines)
                .toList();
        return with(ICalendar.write(series), lines);
    }

    /** iCalendar text of instances of one series that are alone here. */
    public static String text(List<CalendarItem> orphans) {
        var components = orphans.stream().map(CalendarItem::component).toList();
        var series = new EventSeries(orphans.get(0).uid(), null, components);
        return with(
                ICalendar.write(series),
                orphans.stream().map(CalendarItem::lines).toList());
    }

    /** An instance has neither a rule nor another organizer than its series. */
    private static EventComponent override(CalendarItem item, CalendarItem instance) {
        return instance.component()
                .withRecurrenceId(place(item, instance))
                .withOrganizer(item.component().organizer());
    }

    /** Which of its instances that is: {@code RECURRENCE-ID}. */
    public static EventTime place(CalendarItem item, CalendarItem instance) {
        var original = Objects.requireNonNull(item.changed().get(instance.id().id()));
        return ItemReader.at(original, item.component().timing().start(), item.zone());
    }

    /** @param lines of each event, in their order */
    private static String with(String text, List<List<ContentLine>> lines) {
        if (lines.stream().allMatch(List::isEmpty)) return text;
        var more = lines.iterator();
        return ContentReader.calendar(text)
                .edit(items -> items.stream()
                        .map(item -> item instanceof Block event && event.name().equals("VEVENT")
                                ? with(event, more.next())
                                : item)
                        .toList())
                .raw();
    }

    private static Item with(Block event, List<ContentLine> lines) {
        return event.edit(items -> {
            var all = new ArrayList<Item>(lines);
            all.addAll(0, items.stream().filter(ContentLine.class::isInstance).toList());
            all.addAll(items.stream().filter(Block.class::isInstance).toList());
            return all;
        });
    }
}
