package org.kalends.icalendar.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.Zones;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Texts;

/**
 * What the TZIDs of one calendar object mean: a known name, else the object's own VTIMEZONE.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5">RFC 5545, 3.6.5</a>
 */
public final class ObjectZones {

    private final Map<String, Block> definitions;
    private final Map<String, ZoneId> found = new HashMap<>();

    /** @param definitions VTIMEZONEs by TZID */
    ObjectZones(Map<String, Block> definitions) {
        this.definitions = Map.copyOf(definitions);
    }

    public static ObjectZones of(Block calendar) {
        var definitions = new HashMap<String, Block>();
        calendar.blocks("VTIMEZONE").forEach(zone -> zone.line("TZID")
                .ifPresent(id -> definitions.put(Texts.unescape(id.value()).strip(), zone)));
        return new ObjectZones(definitions);
    }

    /** All values of a line of DATE, DATE-TIME or PERIOD; of a period its start. */
    public List<EventTime> times(ContentLine line) {
        var times = new ArrayList<EventTime>();
        for (var value : line.value().split(",", -1)) {
            if (value.isBlank() && line.value().contains(",")) continue;
            int slash = value.indexOf('/');
            times.add(time(line, slash < 0 ? value : value.substring(0, slash)));
        }
        return times;
    }

    public EventTime time(ContentLine line) {
        return time(line, line.value());
    }

    /** The RECURRENCE-ID of a component as a moment, days and floating times as if UTC; empty where it is about none. */
    public Optional<Instant> instance(Block component) {
        return component.line("RECURRENCE-ID").map(line -> time(line).instant(ZoneOffset.UTC));
    }

    private EventTime time(ContentLine line, String value) {
        try {
            var time = Times.parse(value);
            var id = line.paramValue("TZID");
            if (time instanceof EventTime.Floating floating && !id.isBlank()) {
                return new EventTime.Zoned(floating.local(), zone(id.strip(), floating));
            }
            return time;
        } catch (DateTimeException e) {
            throw new InvalidCalendarData(line.name() + " is no date or time", e);
        }
    }

    private ZoneId zone(String id, EventTime.Floating at) {
        return found.computeIfAbsent(id, name -> Zones.find(name).orElseGet(() -> own(name, at)));
    }

    private ZoneId own(String id, EventTime.Floating at) {
        var definition = definitions.get(id);
        if (definition == null) throw new InvalidCalendarData("TZID is not known and has no VTIMEZONE");
        return ZoneDefinition.of(definition).nearest(at.local());
    }
}
