package org.kalends.icalendar.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.InvalidCalendarData;

/**
 * Text to components, nothing lost. Bare LF, a byte order mark, blank lines, lower-case names and a missing last line
 * end are taken; NUL, lone surrogates and broken structure are not.
 */
public final class ContentReader {

    private static final int MAX_DEPTH = 8;

    private final String text;
    private int at;
    private int line = 1;

    private ContentReader(String text) {
        this.text = text;
    }

    /** The one VCALENDAR of the text. */
    public static Block calendar(String text) {
        return new ContentReader(text).read();
    }

    private Block read() {
        refuseUnstorable();
        if (text.startsWith("\uFEFF")) at = 1;
        var open = new ArrayDeque<Open>();
        Block done = null;
        while (at < text.length()) {
            int begin = line;
            int from = done == null && open.isEmpty() ? 0 : at;
            var unfolded = next();
            var raw = text.substring(from, at);
            if (unfolded.isBlank()) {
                if (done != null) done = done.endingWith(raw);
                else if (!open.isEmpty()) open.peek().blank(raw);
                continue;
            }
            if (done != null) throw new InvalidCalendarData("line " + begin + ": text after END:VCALENDAR");
            done = take(new LineParser(unfolded, begin).parse(raw), open, begin);
        }
        if (done == null) throw new InvalidCalendarData("line " + line + ": END:VCALENDAR is missing");
        return done;
    }

    private static @Nullable Block take(ContentLine read, Deque<Open> open, int number) {
        var value = read.value().strip().toUpperCase(Locale.ROOT);
        if (read.name().equals("BEGIN")) {
            if (open.isEmpty() && !value.equals("VCALENDAR")) {
                throw new InvalidCalendarData("line " + number + ": BEGIN:VCALENDAR expected");
            }
            if (open.size() == MAX_DEPTH) throw new InvalidCalendarData("line " + number + ": nested too deep");
            open.push(new Open(value, read.raw(), new ArrayList<>()));
            return null;
        }
        if (open.isEmpty()) throw new InvalidCalendarData("line " + number + ": BEGIN:VCALENDAR expected");
        if (!read.name().equals("END")) {
            open.peek().items().add(read);
            return null;
        }
        var closed = open.pop();
        if (!closed.name().equals(value)) {
            throw new InvalidCalendarData("line " + number + ": END:" + closed.name() + " expected");
        }
        var block = new Block(closed.name(), closed.begin(), closed.items(), read.raw());
        if (open.isEmpty()) return block;
        open.peek().items().add(block);
        return null;
    }

    /** Reads one logical line, folds undone, and moves behind it. */
    private String next() {
        StringBuilder folded = null;
        while (true) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            int cut = stop > at && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
            var piece = text.substring(at, cut);
            at = end < 0 ? text.length() : end + 1;
            line++;
            boolean more =
                    at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t') && !piece.isEmpty();
            if (folded == null && !more) return piece;
            if (folded == null) folded = new StringBuilder();
            folded.append(piece);
            if (!more) return folded.toString();
            at++;
        }
    }

    private void refuseUnstorable() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) throw new InvalidCalendarData("character " + i + ": NUL is not allowed");
            if (!Character.isSurrogate(c)) continue;
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) throw new InvalidCalendarData("character " + i + ": half of a surrogate pair");
            i++;
        }
    }

    /** A component whose END is not read yet. */
    private record Open(String name, String begin, List<Item> items) {

        /** Keeps a blank line with what stands before it. */
        void blank(String raw) {
            items.add(new ContentLine("", List.of(), "", raw));
        }
    }
}
