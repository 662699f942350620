package org.kalends.icalendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text to records and back.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
 */
public final class ICalendar {

    private static final String PRODUCT = "-//Kalends//Kalends//EN";

    private ICalendar() {}

    /** @throws InvalidCalendarData if the text is no calendar object of events, naming what is wrong */
    public static EventSeries parse(String text) {
        try {
            return series(Block.parse(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidCalendarData(String.valueOf(e.getMessage()), e);
        }
    }

    private static EventSeries series(Block calendar) {
        var events = calendar.inner("VEVENT");
        if (events.isEmpty()) throw new InvalidCalendarData("there is no VEVENT");
        EventComponent master = null;
        var overrides = new TreeMap<Instant, EventComponent>();
        var uids = new HashSet<String>();
        for (var event : events) {
            uids.add(event.first("UID")
                    .orElseThrow(() -> new InvalidCalendarData("a VEVENT has no UID"))
                    .text());
            var component = ComponentReader.read(event);
            if (component.recurrenceId() == null) {
                if (master != null) throw new InvalidCalendarData("two masters of one UID");
                master = component;
            } else if (overrides.put(key(component.recurrenceId()), component) != null) {
                throw new InvalidCalendarData("RECURRENCE-ID: two overrides of one instance");
            }
        }
        if (uids.size() != 1) throw new InvalidCalendarData("UID: more than one in an object");
        return new EventSeries(new Uid(uids.iterator().next()), master, List.copyOf(overrides.values()));
    }

    /** The form that is stored: zones described, no METHOD. */
    public static String write(EventSeries series) {
        var calendar = head(null);
        zones(calendar, series.components());
        series.stream().map(c -> ComponentWriter.write(series.uid(), c)).forEach(calendar::add);
        return calendar.print();
    }

    /** An iTIP message: no alarms, no comments that attendees made to the organizer (RFC 5546). */
    public static String message(Method method, EventSeries series) {
        var calendar = head(method);
        zones(calendar, series.components());
        series.stream()
                .map(c -> c.withAlarms(List.of()))
                .map(c -> method == Method.REPLY || method == Method.COUNTER ? c : withoutComments(c))
                .map(c -> ComponentWriter.write(series.uid(), c))
                .forEach(calendar::add);
        return calendar.print();
    }

    private static EventComponent withoutComments(EventComponent component) {
        return component.withAttendees(component.attendees().stream()
                .map(attendee -> attendee.answered(attendee.status(), null))
                .toList());
    }

    /**
     * The stored text with the series' new state: lines whose meaning did not change, and all that the records do not
     * know, stay as they were.
     */
    public static String update(String stored, EventSeries after) {
        var calendar = Block.parse(stored);
        var known = calendar.inner("VEVENT").stream()
                .collect(Collectors.toMap(ICalendar::keyOf, Function.identity(), (first, second) -> first));
        var result = Block.empty("VCALENDAR");
        calendar.lines().forEach(result::add);
        zones(result, after.components());
        var present = result.inner("VTIMEZONE").stream().map(ICalendar::tzid).collect(Collectors.toSet());
        calendar.blocks().stream()
                .filter(block -> !block.name().equals("VEVENT"))
                .filter(block -> !block.name().equals("VTIMEZONE") || !present.contains(tzid(block)))
                .forEach(result::add);
        for (var component : after.components()) {
            var old = known.get(
                    component.recurrenceId() == null
                            ? ""
                            : key(component.recurrenceId()).toString());
            result.add(old == null ? ComponentWriter.write(after.uid(), component) : BlockUpdate.apply(old, component));
        }
        return result.print();
    }

    private static String tzid(Block zone) {
        return zone.first("TZID").map(ContentLine::value).orElse("");
    }

    private static String keyOf(Block event) {
        return event.first("RECURRENCE-ID")
                .map(l -> key(Times.read(l)).toString())
                .orElse("");
    }

    static Instant key(EventTime recurrenceId) {
        return recurrenceId.instant(ZoneOffset.UTC);
    }

    private static Block head(@Nullable Method method) {
        var calendar =
                Block.empty("VCALENDAR").add(ContentLine.of("VERSION", "2.0")).add(ContentLine.of("PRODID", PRODUCT));
        if (method != null) calendar.add(ContentLine.of("METHOD", method.name()));
        return calendar;
    }

    /** One VTIMEZONE for each zone in use, good from the first moment that names it. */
    private static void zones(Block calendar, List<EventComponent> components) {
        Map<String, EventTime.Zoned> first = new TreeMap<>();
        for (var time : times(components)) {
            if (time instanceof EventTime.Zoned zoned && !isUtc(zoned.zone())) {
                first.merge(zoned.zone().getId(), zoned, (a, b) -> a.local().isBefore(b.local()) ? a : b);
            }
        }
        first.values().forEach(zoned -> calendar.add(ZoneWriter.write(zoned.zone(), zoned.local())));
    }

    private static List<EventTime> times(List<EventComponent> components) {
        var times = new ArrayList<EventTime>();
        for (var component : components) {
            times.add(component.timing().start());
            times.add(component.timing().end());
            if (component.recurrenceId() != null) times.add(component.recurrenceId());
            times.addAll(component.recurrence().added());
            times.addAll(component.recurrence().excluded());
        }
        return times;
    }

    private static boolean isUtc(ZoneId zone) {
        return Set.of(ZoneOffset.UTC, ZoneId.of("UTC")).contains(zone);
    }
}
