package org.kalends.transfer.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kalends.icalendar.text.Texts;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * Finds the components of a file without keeping what is in them: of each line no more than its beginning is
 * remembered, so memory follows the number of components and not the size of the file.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.4">RFC 5545, 3.4</a>
 */
public final class PartScanner {

    private static final int MOST_OF_LINE = 2_048;
    private static final int BOM = 0xFEFF;

    private final int most;
    private final List<Part> parts = new ArrayList<>();
    private final byte[] line = new byte[MOST_OF_LINE];
    private int kept;
    private long lineAt;
    private long at;
    private int depth;
    private int calendars;
    private String name = "";
    private String key = "";
    private long began;

    private PartScanner(int most) {
        this.most = most;
    }

    /**
     * @param most components that are taken
     * @throws CalendarException 400 when it is no calendar, 413 when there are more
     */
    public static List<Part> scan(InputStream file, int most) throws IOException {
        var scanner = new PartScanner(most);
        scanner.read(file);
        return scanner.parts;
    }

    private void read(InputStream file) throws IOException {
        boolean fresh = true; // the next octet begins a line, or goes on with the last one
        for (int octet = file.read(); octet >= 0; octet = file.read()) {
            boolean fold = fresh && at > 0 && (octet == ' ' || octet == '\t');
            if (fresh && !fold) {
                told(at);
                kept = 0;
                lineAt = at;
            }
            at++;
            fresh = octet == '\n';
            if (!fold && octet != '\n' && octet != '\r' && kept < MOST_OF_LINE) line[kept++] = (byte) octet;
        }
        told(at);
        if (calendars == 0) throw CalendarException.invalid("body", "is no iCalendar text: BEGIN:VCALENDAR is missing");
        if (depth > 1) add(at);
    }

    /** A line is known to its end. */
    private void told(long end) {
        var text = new String(line, 0, kept, StandardCharsets.UTF_8).strip();
        if (!text.isEmpty() && text.charAt(0) == BOM) text = text.substring(1);
        int colon = text.indexOf(':');
        if (colon < 0) return;
        var property = text.substring(0, colon).toUpperCase(Locale.ROOT);
        var value = text.substring(colon + 1).strip();
        if (property.equals("BEGIN")) begin(value.toUpperCase(Locale.ROOT));
        else if (property.equals("END")) end(end);
        else if (depth == 2) property(property, value);
    }

    private void begin(String component) {
        if (depth == 0) {
            if (!component.equals("VCALENDAR")) {
                throw CalendarException.invalid("body", "is no iCalendar text: BEGIN:VCALENDAR is missing");
            }
            calendars++;
        } else if (depth == 1) {
            name = component;
            key = "";
            began = lineAt;
        }
        depth++;
    }

    private void end(long end) {
        if (depth == 0) return;
        if (--depth == 1) add(end);
    }

    private void property(String property, String value) {
        var bare = property.split(";", 2)[0];
        var wanted = name.equals("VTIMEZONE") ? "TZID" : "UID";
        if (bare.equals(wanted) && key.isEmpty()) key = Texts.unescape(value).strip();
    }

    private void add(long end) {
        if (parts.size() == most) {
            throw new CalendarException(Problem.TOO_LARGE, "No more than " + most + " components are taken at once");
        }
        parts.add(new Part(calendars, name, key, began, end - began));
    }
}
