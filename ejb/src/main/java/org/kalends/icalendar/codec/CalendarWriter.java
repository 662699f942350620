package org.kalends.icalendar.codec;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;

/** VCALENDAR around events, with the zones they need. */
final class CalendarWriter {

    private CalendarWriter() {}

    static String text(@Nullable Method method, List<Block> events, EventSeries series) {
        var items = new ArrayList<Item>();
        items.add(ContentLine.of("VERSION", "2.0"));
        items.add(ContentLine.of("PRODID", ICalendar.PRODID));
        items.add(ContentLine.of("CALSCALE", "GREGORIAN"));
        if (method != null) items.add(ContentLine.of("METHOD", method.name()));
        zones(series).forEach((id, zone) -> items.add(ZoneWriter.block(zone.id(), zone.from())));
        items.addAll(events);
        return Block.of("VCALENDAR", items).raw();
    }

    /** A zone and the earliest time it is used at. */
    record Used(ZoneId id, LocalDateTime from) {}

    /** The zones of all times of a series but UTC, by TZID. */
    static Map<String, Used> zones(EventSeries series) {
        var used = new TreeMap<String, Used>();
        BiConsumer<ZoneId, LocalDateTime> add = (zone, local) -> used.merge(
                Times.tzid(zone), new Used(zone, local), (a, b) -> a.from().isBefore(b.from()) ? a : b);
        series.stream().flatMap(CalendarWriter::times).forEach(time -> {
            if (time instanceof EventTime.Zoned z && !z.zone().equals(ZoneOffset.UTC)) add.accept(z.zone(), z.local());
        });
        return used;
    }

    private static Stream<EventTime> times(EventComponent event) {
        return Stream.of(
                        Stream.ofNullable(event.recurrenceId()),
                        Stream.of(event.timing().start(), event.timing().end()),
                        event.recurrence().added().stream(),
                        event.recurrence().excluded().stream())
                .flatMap(times -> times);
    }
}
