package org.kalends.icalendar.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.recurrence.Rules;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Texts;

/** A VEVENT to the record. Values that RFC 5545 lets a reader treat as unknown get the default the RFC names. */
final class EventReader {

    private static final int MAX_TIMES = 10_000; // RDATE and EXDATE together

    /** What is about an event that the reader has need not repeat when it is (RFC 5546, 3.2.3 and 3.2.5 to 3.2.8). */
    private static final Set<Method> OF_KNOWN_EVENTS =
            Set.of(Method.REPLY, Method.CANCEL, Method.REFRESH, Method.DECLINECOUNTER);

    private final ObjectZones zones;
    private final @Nullable Method method;

    EventReader(ObjectZones zones, @Nullable Method method) {
        this.zones = zones;
        this.method = method;
    }

    EventComponent read(Block event) {
        once(event, List.of("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SEQUENCE", "ORGANIZER"));
        var id = event.line("RECURRENCE-ID").map(zones::time).orElse(null);
        return new EventComponent(
                id,
                timing(event),
                recurrence(event),
                details(event),
                labels(event),
                PeopleReader.organizer(event),
                PeopleReader.attendees(event, method),
                AlarmReader.alarms(event),
                revision(event));
    }

    private Timing timing(Block event) {
        var start = event.line("DTSTART")
                .or(() -> implied(event))
                .map(zones::time)
                .orElseThrow(() -> new InvalidCalendarData("VEVENT has no DTSTART"));
        try {
            return new Timing(start, end(event, start));
        } catch (IllegalArgumentException e) {
            throw new InvalidCalendarData("DTEND: " + e.getMessage(), e);
        } catch (DateTimeException e) {
            throw new InvalidCalendarData("DURATION " + e.getMessage(), e);
        }
    }

    private Optional<ContentLine> implied(Block event) {
        if (method == null || !OF_KNOWN_EVENTS.contains(method)) return Optional.empty();
        return event.line("RECURRENCE-ID").or(() -> event.line("DTSTAMP"));
    }

    /** An all-day event lasts a day at least; DTEND equal to DTSTART is common for it and means that. */
    private EventTime end(Block event, EventTime start) {
        var given = event.line("DTEND").map(zones::time);
        if (given.isPresent()) {
            return given.get().equals(start) && start instanceof EventTime.Day day ? next(day) : given.get();
        }
        var length = event.line("DURATION").map(l -> Times.duration(l.value()));
        if (length.isPresent() && length.get().isNegative()) throw new DateTimeException("is negative");
        var end = length.map(l -> Times.plus(start, l)).orElse(start);
        return end.equals(start) && start instanceof EventTime.Day day ? next(day) : end;
    }

    private static EventTime next(EventTime.Day day) {
        return new EventTime.Day(day.date().plusDays(1));
    }

    private Recurrence recurrence(Block event) {
        var rules =
                event.lines("RRULE").map(l -> Texts.oneLine(l.value()).strip()).toList();
        rules.forEach(Rules::check);
        var added = new ArrayList<EventTime>();
        event.lines("RDATE").forEach(l -> added.addAll(zones.times(l)));
        var excluded = new ArrayList<EventTime>();
        event.lines("EXDATE").forEach(l -> excluded.addAll(zones.times(l)));
        if (added.size() + excluded.size() > MAX_TIMES) {
            throw new InvalidCalendarData("RDATE and EXDATE have more than " + MAX_TIMES + " values");
        }
        return rules.isEmpty() && added.isEmpty() && excluded.isEmpty()
                ? Recurrence.NONE
                : new Recurrence(rules, added, excluded);
    }

    private static Details details(Block event) {
        return new Details(
                text(event, "SUMMARY"),
                text(event, "DESCRIPTION"),
                text(event, "LOCATION"),
                event.line("CONFERENCE")
                        .map(l -> Texts.oneLine(l.value()).strip())
                        .filter(v -> !v.isEmpty())
                        .orElse(null),
                FileLines.read(event));
    }

    private static Labels labels(Block event) {
        var categories = event.lines("CATEGORIES")
                .flatMap(l -> Texts.unescapeList(l.value()).stream())
                .map(String::strip)
                .filter(c -> !c.isEmpty())
                .toList();
        return new Labels(
                token(event, "STATUS", Labels.Status.CONFIRMED, Labels.Status.CONFIRMED),
                token(event, "CLASS", Labels.Classification.PUBLIC, Labels.Classification.PRIVATE),
                transparency(event),
                categories,
                event.line("COLOR")
                        .map(l -> Texts.unescape(l.value()).strip())
                        .filter(v -> !v.isEmpty())
                        .orElse(null));
    }

    private static Labels.Transparency transparency(Block event) {
        if (event.line("TRANSP").map(ContentLine::token).orElse("").equals("TRANSPARENT")) {
            return Labels.Transparency.TRANSPARENT;
        }
        boolean away = event.line(EventWriter.BUSY_STATUS)
                .map(ContentLine::token)
                .orElse("")
                .equals(EventWriter.AWAY);
        return away ? Labels.Transparency.OUT_OF_OFFICE : Labels.Transparency.OPAQUE;
    }

    private Revision revision(Block event) {
        var modified = instant(event, "LAST-MODIFIED", Instant.EPOCH);
        var stamp = instant(event, "DTSTAMP", modified);
        return new Revision(
                sequence(event),
                stamp,
                instant(event, "CREATED", stamp),
                event.line("LAST-MODIFIED").isPresent() ? modified : stamp);
    }

    private Instant instant(Block event, String name, Instant absent) {
        return event.line(name)
                .map(zones::time)
                .map(t -> t.instant(ZoneOffset.UTC))
                .orElse(absent);
    }

    private static int sequence(Block event) {
        var text = event.line("SEQUENCE").map(l -> l.value().strip()).orElse("");
        if (text.isEmpty()) return 0;
        if (!text.matches("-?\\d{1,9}")) throw new InvalidCalendarData("SEQUENCE is no number");
        return Math.max(0, Integer.parseInt(text));
    }

    private static String text(Block event, String name) {
        return event.line(name).map(l -> Texts.unescape(l.value())).orElse("");
    }

    private static <E extends Enum<E>> E token(Block event, String name, E absent, E unknown) {
        var text = event.line(name).map(ContentLine::token).orElse("");
        if (text.isEmpty()) return absent;
        for (var value : absent.getDeclaringClass().getEnumConstants()) {
            if (value.name().equals(text.replace('-', '_'))) return value;
        }
        return unknown;
    }

    private static void once(Block event, List<String> names) {
        for (var name : names) {
            if (event.lines(name).count() > 1) throw new InvalidCalendarData(name + " stands twice");
        }
    }
}
