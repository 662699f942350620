package org.kalends.icalendar.text;

import java.io.IOException;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import org.kalends.icalendar.InvalidCalendarData;

/**
 * Text to components by ical4j's parser, nothing lost. Bare LF, a byte order mark, blank lines, lower-case names and a
 * missing last line end are taken; NUL, lone surrogates and broken structure are not.
 */
public final class ContentReader {

    private ContentReader() {}

    /**
     * The one VCALENDAR of the text.
     *
     * @throws InvalidCalendarData naming the line at fault
     */
    public static Block calendar(String text) {
        var lines = new MaskedLines(text);
        var blocks = new BlockBuilder(lines);
        try {
            new CalendarParserImpl().parse(lines, blocks);
        } catch (ParserException e) {
            if (e.getCause() instanceof InvalidCalendarData refused) throw refused;
            throw new InvalidCalendarData("line " + lines.number() + ": " + blocks.expected(), e);
        } catch (IOException e) {
            throw new InvalidCalendarData("line " + lines.number() + ": cannot be read", e);
        }
        return blocks.calendar();
    }

    /** One line without folds. */
    static ContentLine line(String line) {
        return calendar("BEGIN:VCALENDAR\n" + line + "\nEND:VCALENDAR")
                .lines()
                .findFirst()
                .orElseThrow(() -> new InvalidCalendarData("a property is expected"));
    }
}
