package org.kalends.icalendar.codec;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.InstanceShift;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Texts;

/**
 * The codec: calendar objects to records and back.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
 */
public final class ICalendar {

    static final String PRODID = "-//Kalends//Kalends 1.0//EN";
    private static final List<String> OTHER_TYPES = List.of("VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY");
    private static final int MAX_OVERRIDES = 3_000;

    private ICalendar() {}

    /**
     * Reads the events of one UID. Common damage is tolerated where the meaning is clear: bare LF, a byte order mark,
     * lower-case names, a missing VTIMEZONE for a known zone.
     *
     * @throws InvalidCalendarData if the text cannot be taken; nothing else escapes
     */
    public static EventSeries parse(String text) {
        try {
            return series(ContentReader.calendar(text));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new InvalidCalendarData("value out of range: " + e.getMessage(), e);
        }
    }

    /** The same of a text that is taken apart already. @throws InvalidCalendarData if it cannot be taken */
    public static EventSeries parse(Block calendar) {
        try {
            return series(calendar);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new InvalidCalendarData("value out of range: " + e.getMessage(), e);
        }
    }

    /**
     * METHOD of a scheduling message; empty for an object as it is stored.
     *
     * @throws InvalidCalendarData if the text cannot be read or the method is not one of iTIP
     */
    public static Optional<Method> method(String text) {
        return Optional.ofNullable(method(ContentReader.calendar(text)));
    }

    /** The stored form: everything the records hold, with a VTIMEZONE for each zone. */
    public static String write(EventSeries series) {
        var events =
                series.stream().map(e -> EventWriter.block(series.uid(), e)).toList();
        return CalendarWriter.text(null, events, series);
    }

    /**
     * Brings a stored text to a new state. Lines and components that the records do not know, or that say the same as
     * before, stay as they are, octet by octet; overrides that are gone are removed, new ones stand at the end.
     *
     * @throws InvalidCalendarData if the stored text cannot be read
     */
    public static String update(String stored, EventSeries after) {
        return update(stored, after, InstanceShift.none(after.lead()));
    }

    /** The same of a series that moved: each override keeps its own lines. */
    public static String update(String stored, EventSeries after, InstanceShift shift) {
        var calendar = ContentReader.calendar(stored);
        var before = series(calendar);
        return new SeriesUpdate(calendar, before, after, shift).text();
    }

    /**
     * An iTIP message. What is private to the sender is not in it: alarms, and what attendees said to the organizer.
     * The comment of the one who replies is told as COMMENT.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-3.2">RFC 5546, 3.2</a>
     */
    public static String message(Method method, EventSeries series) {
        var events = series.stream()
                .map(e -> MessageWriter.block(method, series.uid(), e))
                .toList();
        return CalendarWriter.text(method, events, series);
    }

    static EventSeries series(Block calendar) {
        for (var other : OTHER_TYPES) {
            if (calendar.blocks(other).findAny().isPresent()) {
                throw new InvalidCalendarData(other + " is no event");
            }
        }
        var events = calendar.blocks("VEVENT").toList();
        if (events.isEmpty()) throw new InvalidCalendarData("VEVENT is missing");
        if (events.size() > MAX_OVERRIDES + 1) {
            throw new InvalidCalendarData("more than " + MAX_OVERRIDES + " overrides");
        }
        var uid = uid(events);
        var reader = new EventReader(ObjectZones.of(calendar), method(calendar));
        return series(uid, events.stream().map(reader::read).toList());
    }

    /** One series of what has its UID. @throws InvalidCalendarData if two are for the same instance, or for none */
    static EventSeries series(Uid uid, List<EventComponent> components) {
        EventComponent master = null;
        var overrides = new ArrayList<EventComponent>();
        for (var component : components) {
            if (component.recurrenceId() != null) {
                overrides.add(component);
            } else if (master == null) {
                master = component;
            } else {
                throw new InvalidCalendarData("two components without RECURRENCE-ID");
            }
        }
        var series = new EventSeries(uid, master, overrides);
        refuseDuplicates(series);
        return series;
    }

    private static void refuseDuplicates(EventSeries series) {
        var seen = new HashSet<Object>();
        for (var override : series.overrides()) {
            if (!seen.add(InstanceKey.of(Expander.recurrenceId(series, override), series))) {
                throw new InvalidCalendarData(
                        "RECURRENCE-ID stands twice: " + Times.text(Expander.recurrenceId(series, override)));
            }
        }
    }

    private static Uid uid(List<Block> events) {
        var uids = events.stream()
                .map(e -> e.line("UID")
                        .map(l -> Texts.unescape(l.value()).strip())
                        .orElse(""))
                .distinct()
                .toList();
        if (uids.contains("")) throw new InvalidCalendarData("UID is missing");
        if (uids.size() > 1) throw new InvalidCalendarData("UID is not the same in all VEVENTs");
        return new Uid(uids.get(0));
    }

    private static @Nullable Method method(Block calendar) {
        var token = calendar.line("METHOD").map(ContentLine::token).orElse("");
        if (token.isEmpty()) return null;
        for (var method : Method.values()) if (method.name().equals(token)) return method;
        throw new InvalidCalendarData("METHOD is not one of iTIP");
    }
}
