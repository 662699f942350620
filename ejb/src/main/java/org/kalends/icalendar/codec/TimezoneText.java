package org.kalends.icalendar.codec;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.Zones;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;

/** A zone as an iCalendar object that holds nothing but its VTIMEZONE. */
public final class TimezoneText {

    private static final LocalDateTime FROM = LocalDateTime.of(2000, 1, 1, 0, 0);

    private TimezoneText() {}

    public static String of(ZoneId zone) {
        return Block.of(
                        "VCALENDAR",
                        List.of(
                                ContentLine.of("VERSION", "2.0"),
                                ContentLine.of("PRODID", ICalendar.PRODID),
                                ZoneWriter.block(zone, FROM)))
                .raw();
    }

    /** The definition of a zone under the name that a text gives it; empty where nobody knows the name. */
    public static Optional<Block> definition(String tzid) {
        return Zones.find(tzid).map(zone -> ZoneWriter.block(zone, FROM).edit(items -> {
            items.replaceAll(line -> line.name().equals("TZID") ? ContentLine.of("TZID", tzid) : line);
            return items;
        }));
    }

    /** The name that it is told by. */
    public static String id(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : Times.tzid(zone);
    }

    /**
     * The zone of a text with one VTIMEZONE: by its name, else the one whose rules are nearest.
     *
     * @throws InvalidCalendarData if it holds no zone that can be read
     */
    public static ZoneId read(String text) {
        var zones = ContentReader.calendar(text).blocks("VTIMEZONE").toList();
        if (zones.size() != 1) throw new InvalidCalendarData("exactly one VTIMEZONE is expected");
        var definition = zones.get(0);
        var name = definition.line("TZID").map(line -> line.value().strip()).orElse("");
        return Optional.of(name).flatMap(Zones::find).orElseGet(() -> ZoneDefinition.of(definition)
                .nearest(LocalDateTime.of(2026, 1, 1, 0, 0)));
    }
}
