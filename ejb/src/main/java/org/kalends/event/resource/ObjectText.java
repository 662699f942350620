package org.kalends.event.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.event.resource.ObjectRefused.Reason;
import org.kalends.event.resource.filter.OtherTimes;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.codec.AvailabilityReader;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.codec.ObjectZones;
import org.kalends.icalendar.recurrence.RecurrenceRefused;
import org.kalends.icalendar.recurrence.SeriesSpan;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.time.Interval;

/**
 * A text that a client wants stored, read and found sound.
 *
 * @param text as it came, to the octet
 * @param series null for what is no event
 * @param period when it is; null for what has no time, and for events, whose series says more
 */
public record ObjectText(
        String text, Component component, Uid uid, @Nullable EventSeries series, @Nullable Interval period) {

    /** The earliest and the latest moment that an object may name. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Octets. */
    public static final int LARGEST = 10 * 1024 * 1024;

    public static final int MOST_INSTANCES = 3_000;
    public static final int MOST_ATTENDEES = 2_000;

    /** @throws ObjectRefused if it cannot be stored */
    public static ObjectText read(String text) {
        try {
            refuseControls(text);
            var calendar = ContentReader.calendar(text);
            var structure = ObjectStructure.of(calendar);
            return structure.component() == Component.VEVENT
                    ? event(text, calendar, structure)
                    : other(text, calendar, structure);
        } catch (InvalidCalendarData | DateTimeException | ArithmeticException e) {
            throw new ObjectRefused(Reason.VALID_CALENDAR_DATA, String.valueOf(e.getMessage()));
        } catch (RecurrenceRefused e) {
            throw new ObjectRefused(Reason.MAX_INSTANCES, String.valueOf(e.getMessage()));
        }
    }

    private static ObjectText event(String text, Block calendar, ObjectStructure structure) {
        var series = ICalendar.parse(calendar);
        ObjectLimits.check(series);
        SeriesSpan.of(series);
        return new ObjectText(text, structure.component(), structure.uid(), series, null);
    }

    private static ObjectText other(String text, Block calendar, ObjectStructure structure) {
        if (structure.component() == Component.VAVAILABILITY) AvailabilityReader.read(calendar);
        var zones = ObjectZones.of(calendar);
        var period = structure.blocks().stream()
                .map(block -> new OtherTimes(block, zones, ZoneOffset.UTC).period())
                .flatMap(Optional::stream)
                .findFirst();
        return new ObjectText(text, structure.component(), structure.uid(), null, period.orElse(null));
    }

    /** XML, which carries texts in reports, has no form for them. */
    private static void refuseControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\r' && c != '\n' && c != '\t' || c == 0xFFFE || c == 0xFFFF) {
                throw new InvalidCalendarData("character " + i + ": a control character is not allowed");
            }
        }
    }

    /**
     * In the form in which it is to be stored.
     *
     * @param meant what it says with what the server knows better
     * @param stored the same without what is said for once
     */
    ObjectText adapted(EventSeries meant, EventSeries stored) {
        return stored.equals(series)
                ? this
                : new ObjectText(ICalendar.update(text, stored), component, uid, meant, period);
    }

    /** The same event with other words; what no series has a field for stays. */
    public ObjectText with(EventSeries other) {
        return adapted(other, other);
    }

    /** Of an event. */
    public EventSeries events() {
        return Objects.requireNonNull(series, "it is no event");
    }

    /** Whether people are invited. */
    public boolean scheduled() {
        return series != null && series.lead().organizer() != null;
    }
}
