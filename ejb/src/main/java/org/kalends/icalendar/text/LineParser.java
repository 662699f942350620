package org.kalends.icalendar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kalends.icalendar.InvalidCalendarData;

/** Takes one unfolded line apart. */
final class LineParser {

    private final String line;
    private final int number;
    private int at;

    LineParser(String line, int number) {
        this.line = line;
        this.number = number;
    }

    ContentLine parse(String raw) {
        var name = token();
        var params = new ArrayList<Param>();
        while (at < line.length() && line.charAt(at) == ';') {
            at++;
            params.add(param());
        }
        if (at == line.length() || line.charAt(at) != ':') {
            throw new InvalidCalendarData("line " + number + ": a colon is missing after " + name);
        }
        return new ContentLine(name, params, line.substring(at + 1), raw);
    }

    private Param param() {
        var name = token();
        if (at == line.length() || line.charAt(at) != '=') {
            throw new InvalidCalendarData("line " + number + ": parameter " + name + " has no value");
        }
        var values = new ArrayList<String>();
        do {
            at++;
            values.add(Param.decode(paramValue()));
        } while (at < line.length() && line.charAt(at) == ',');
        return new Param(name, List.copyOf(values));
    }

    private String paramValue() {
        if (at < line.length() && line.charAt(at) == '"') {
            int end = line.indexOf('"', at + 1);
            if (end < 0) throw new InvalidCalendarData("line " + number + ": a quotation mark is not closed");
            var value = line.substring(at + 1, end);
            at = end + 1;
            return value;
        }
        int from = at;
        while (at < line.length() && ",;:".indexOf(line.charAt(at)) < 0) at++;
        return line.substring(from, at);
    }

    private String token() {
        int from = at;
        while (at < line.length() && tokenCharacter(line.charAt(at))) at++;
        if (from == at) throw new InvalidCalendarData("line " + number + ": a name is expected");
        return line.substring(from, at).toUpperCase(Locale.ROOT);
    }

    private static boolean tokenCharacter(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }
}
