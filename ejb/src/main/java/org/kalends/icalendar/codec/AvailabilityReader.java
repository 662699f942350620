package org.kalends.icalendar.codec;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Availability;
import org.kalends.icalendar.Availability.BusyType;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.SeriesSpan;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Texts;

/**
 * VAVAILABILITYs to records.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7953#section-3.1">RFC 7953, 3.1</a>
 */
public final class AvailabilityReader {

    private static final String COMPONENT = "VAVAILABILITY";

    private final ObjectZones zones;

    private AvailabilityReader(ObjectZones zones) {
        this.zones = zones;
    }

    /**
     * All of a text.
     *
     * @throws InvalidCalendarData if it cannot be taken
     * @throws org.kalends.icalendar.recurrence.RecurrenceRefused if times repeat too often
     */
    public static List<Availability> parse(String text) {
        return read(ContentReader.calendar(text));
    }

    /** The same of a text that is taken apart already. */
    public static List<Availability> read(Block calendar) {
        try {
            var reader = new AvailabilityReader(ObjectZones.of(calendar));
            return calendar.blocks(COMPONENT).map(reader::one).toList();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new InvalidCalendarData(COMPONENT + ": " + e.getMessage(), e);
        }
    }

    private Availability one(Block block) {
        var start = time(block, "DTSTART");
        return new Availability(priority(block), start, end(block, start), busyType(block), available(block));
    }

    private @Nullable EventTime time(Block block, String name) {
        if (block.lines(name).count() > 1) throw new InvalidCalendarData(name + " stands twice");
        var time = block.line(name).map(zones::time).orElse(null);
        if (time != null && time.allDay()) throw new InvalidCalendarData(name + " is a date without a time");
        return time;
    }

    private @Nullable EventTime end(Block block, @Nullable EventTime start) {
        var end = time(block, "DTEND");
        var length = block.line("DURATION").map(line -> Times.duration(line.value()));
        if (length.isEmpty()) return end;
        if (start == null || end != null) {
            throw new InvalidCalendarData("DURATION needs a DTSTART and no DTEND");
        }
        return Times.plus(start, length.get());
    }

    private static int priority(Block block) {
        var text = block.line("PRIORITY").map(line -> line.value().strip()).orElse("0");
        if (!text.matches("\\d")) throw new InvalidCalendarData("PRIORITY is no number from 0 to 9");
        return Integer.parseInt(text);
    }

    /** What is not known means that he cannot be reached. */
    private static BusyType busyType(Block block) {
        return switch (block.line("BUSYTYPE").map(ContentLine::token).orElse("")) {
            case "BUSY" -> BusyType.BUSY;
            case "BUSY-TENTATIVE" -> BusyType.TENTATIVE;
            default -> BusyType.UNAVAILABLE;
        };
    }

    private List<EventSeries> available(Block availability) {
        Map<String, List<EventComponent>> byUid = new LinkedHashMap<>();
        var reader = new EventReader(zones, null);
        availability.blocks("AVAILABLE").forEach(block -> {
            var uid = block.line("UID")
                    .map(line -> Texts.unescape(line.value()).strip())
                    .orElse("");
            if (uid.isEmpty()) throw new InvalidCalendarData("AVAILABLE has no UID");
            byUid.computeIfAbsent(uid, none -> new ArrayList<>()).add(reader.read(block));
        });
        return byUid.entrySet().stream()
                .map(one -> series(new Uid(one.getKey()), one.getValue()))
                .toList();
    }

    private static EventSeries series(Uid uid, List<EventComponent> components) {
        var series = ICalendar.series(uid, components);
        SeriesSpan.of(series);
        return series;
    }
}
