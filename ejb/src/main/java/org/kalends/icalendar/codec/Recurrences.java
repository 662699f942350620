package org.kalends.icalendar.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.recurrence.RecurrenceRefused;
import org.kalends.icalendar.recurrence.Rules;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Texts;
import org.kalends.problem.CalendarException;
import org.kalends.problem.FieldError;

/**
 * Recurrence as callers of the API say it: lines {@code RRULE:…}, {@code RDATE…:…}, {@code EXDATE…:…}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5">RFC 5545, 3.8.5</a>
 */
public final class Recurrences {

    private static final String FIELD = "recurrence";
    private static final int MAX_LINES = 1_000;

    private Recurrences() {}

    /**
     * Reads the lines for an event that starts at the given time.
     *
     * @throws CalendarException VALIDATION naming {@code recurrence[i]} for a line that is wrong
     * @throws RecurrenceRefused if a rule gives more instances than are kept
     */
    public static Recurrence validate(List<String> lines, EventTime start) {
        return changed(Recurrence.NONE, lines, start);
    }

    /**
     * The same for an event that has a recurrence already. Moments that it listed before stay as they were, in the form
     * of the old start: they move along with the series.
     */
    public static Recurrence changed(Recurrence before, List<String> lines, EventTime start) {
        if (lines.size() > MAX_LINES) throw CalendarException.invalid(FIELD, "has more than " + MAX_LINES + " lines");
        var listed = new HashMap<String, EventTime>();
        before.added().forEach(time -> listed.put(line("RDATE", time), time));
        before.excluded().forEach(time -> listed.put(line("EXDATE", time), time));
        var errors = new ArrayList<FieldError>();
        var rules = new ArrayList<String>();
        var added = new ArrayList<EventTime>();
        var excluded = new ArrayList<EventTime>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                var line = line(lines.get(i));
                var old = listed.get(lines.get(i));
                switch (line.name()) {
                    case "RRULE" -> rules.add(rule(line, start));
                    case "RDATE" -> added.addAll(old == null ? times(line, start) : List.of(old));
                    case "EXDATE" -> excluded.addAll(old == null ? times(line, start) : List.of(old));
                    default -> throw new InvalidCalendarData("must be RRULE, RDATE or EXDATE");
                }
            } catch (InvalidCalendarData e) {
                errors.add(new FieldError(FIELD + "[" + i + "]", String.valueOf(e.getMessage())));
            }
        }
        if (!errors.isEmpty()) throw CalendarException.invalid(errors);
        var recurrence = new Recurrence(rules, added, excluded);
        Rules.checkBounds(recurrence, start);
        return recurrence;
    }

    /** The lines of a recurrence, in the form that {@link #validate} reads. */
    public static List<String> lines(Recurrence recurrence) {
        var lines = new ArrayList<String>();
        recurrence.rules().forEach(rule -> lines.add("RRULE:" + rule));
        recurrence.added().forEach(time -> lines.add(line("RDATE", time)));
        recurrence.excluded().forEach(time -> lines.add(line("EXDATE", time)));
        return lines;
    }

    private static ContentLine line(String text) {
        if (!Texts.oneLine(text).equals(text)) throw new InvalidCalendarData("has characters that are not allowed");
        return ContentLine.parse(text);
    }

    private static String rule(ContentLine line, EventTime start) {
        Rules.check(line.value());
        if (start.allDay() && Rules.withinDay(line.value())) {
            throw new InvalidCalendarData("RRULE: an all-day event cannot repeat within a day");
        }
        return line.value().strip();
    }

    private static List<EventTime> times(ContentLine line, EventTime start) {
        if (line.value().indexOf('/') >= 0) throw new InvalidCalendarData(line.name() + " takes no periods");
        var times = new ObjectZones(Map.of()).times(line);
        if (times.stream().anyMatch(t -> t.allDay() != start.allDay())) {
            throw new InvalidCalendarData(line.name() + " must be of the same kind as the start");
        }
        return times.stream().map(t -> InstanceKey.form(t, start)).toList();
    }

    private static String line(String name, EventTime time) {
        var text = new StringBuilder(name);
        TimeParams.of(time).forEach(p -> text.append(p.text()));
        return text.append(':').append(Times.text(time)).toString();
    }
}
