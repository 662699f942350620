package org.kalends.exchange.item;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.text.ContentLine;

/**
 * An item of a calendar as an event.
 *
 * @param zone in which it was made; days of a whole-day event are days there
 * @param changed ids of instances that have items of their own, with the moments at which they would have begun
 * @param files that hang on it
 * @param lines what the component has no field for
 * @param losses what could not be carried over, for people
 */
public record CalendarItem(
        ItemId id,
        Uid uid,
        ZoneId zone,
        EventComponent component,
        Map<String, Instant> changed,
        List<AttachedFile> files,
        List<ContentLine> lines,
        List<String> losses) {

    /** Whether it is an instance of a series that is not here: nobody is invited to more of it. */
    public boolean orphan() {
        return component.recurrenceId() != null;
    }

    public CalendarItem {
        changed = Map.copyOf(changed);
        files = List.copyOf(files);
        lines = List.copyOf(lines);
        losses = List.copyOf(losses);
    }
}
