package org.kalends.icalendar.text;

import java.io.Reader;
import org.kalends.icalendar.InvalidCalendarData;

/**
 * A text as ical4j's tokenizer can take it, line by line, with the source of each line beside it. The tokenizer reads
 * one character ahead and no more, so that whatever it tells belongs to the line that was given last.
 *
 * <p>Folds and blank lines are taken out, bare LF, a byte order mark, lower-case BEGIN and END and a missing last line
 * end are mended, and each line is masked.
 */
final class MaskedLines extends Reader {

    private final String text;
    private int at;
    private int nextNumber = 1;
    private int number = 1;
    private String raw = "";
    private String shown = "";
    private int shownAt;

    /** @throws InvalidCalendarData if the text holds what UTF-8 or the database cannot */
    MaskedLines(String text) {
        this.text = text;
        refuseUnstorable();
    }

    /** Where the line that is being read begins. */
    int number() {
        return number;
    }

    /** Its very characters, folds, line end and blank lines after it; of the first line all that stands before it too. */
    String raw() {
        return raw;
    }

    /** The line without folds, masked. */
    String shown() {
        return shown.substring(0, shown.length() - 1);
    }

    @Override
    public int read() {
        if (shownAt == shown.length() && !advance()) return -1;
        return shown.charAt(shownAt++);
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        int c = length == 0 ? 0 : read();
        if (c < 0) return -1;
        if (length > 0) buffer[offset] = (char) c;
        return Math.min(length, 1);
    }

    @Override
    public void close() {
        at = text.length();
    }

    private boolean advance() {
        int from = at;
        if (at == 0 && text.startsWith("\uFEFF")) at = 1;
        var line = "";
        while (line.isBlank()) {
            if (at >= text.length()) return false;
            number = nextNumber;
            line = unfolded();
        }
        while (at < text.length() && blankAhead()) unfolded();
        raw = text.substring(from, at);
        shown = masked(line);
        shownAt = 0;
        return true;
    }

    private boolean blankAhead() {
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) == '\n') return true;
            if (!Character.isWhitespace(text.charAt(i))) return false;
        }
        return true;
    }

    /** Reads one logical line and moves behind it. */
    private String unfolded() {
        StringBuilder folded = null;
        while (true) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            int cut = stop > at && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
            int from = at;
            at = end < 0 ? text.length() : end + 1;
            nextNumber++;
            boolean more = cut > from && at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
            if (folded == null && !more) return text.substring(from, cut);
            if (folded == null) folded = new StringBuilder();
            folded.append(text, from, cut);
            if (!more) return folded.toString();
            at++;
        }
    }

    private String masked(String line) {
        try {
            return LineMask.of(line) + '\n';
        } catch (InvalidCalendarData e) {
            throw new InvalidCalendarData("line " + number + ": " + e.getMessage(), e);
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
}
