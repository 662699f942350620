package org.kalends.icalendar.codec;

import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.InstanceShift;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Param;
import org.kalends.icalendar.text.Texts;

/** The text of a series that was split off another one; it names where it came from. */
public final class SplitText {

    private static final String RELATION = "X-KALENDS-SPLIT-FROM";

    private SplitText() {}

    /** The future part as text, made from what was stored: what the records do not know goes along. */
    public static String future(String stored, Uid from, EventSeries future, InstanceShift shift) {
        var calendar = ContentReader.calendar(ICalendar.update(stored, future, shift));
        var relation = ContentLine.of("RELATED-TO", Texts.escape(from.value()), Param.of("RELTYPE", RELATION));
        return calendar.edit(items -> {
                    items.replaceAll(
                            item -> item instanceof Block block && block.name().equals("VEVENT")
                                    ? related(block, relation)
                                    : item);
                    return items;
                })
                .raw();
    }

    private static Block related(Block event, ContentLine relation) {
        return event.edit(items -> {
            items.removeIf(i -> i instanceof ContentLine line
                    && line.name().equals("RELATED-TO")
                    && line.paramValue("RELTYPE").equalsIgnoreCase(RELATION));
            items.add(
                    (int) items.stream()
                            .takeWhile(ContentLine.class::isInstance)
                            .count(),
                    relation);
            return items;
        });
    }
}
