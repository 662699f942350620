package org.kalends.icalendar.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.kalends.icalendar.InvalidCalendarData;

/**
 * One unfolded line in a form that ical4j's tokenizer reads right. Within the values of parameters it takes quotation
 * marks, backslashes between them, commas before them, equals signs and tabs for something else, and after a name that
 * is none, or without a colon, it reads on in the next line; so the first are masked and the last are refused here.
 *
 * <p>The masks are Unicode noncharacters; where a parameter holds one itself, it is read as U+FFFD.
 */
final class LineMask {

    /** Stands for a quotation mark that opens or closes; one within a bare value is a sign like others. */
    static final char QUOTE = '\uFDD0';

    private static final String SIGNS = "\":;=\t"; // masked by U+FDD1 and the following
    private static final char FIRST = QUOTE + 1;

    private static final Pattern FRAME = Pattern.compile("(BEGIN|END):\\s*([A-Z0-9-]+)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BROKEN_FRAME = Pattern.compile("(BEGIN|END)[:;].*", Pattern.CASE_INSENSITIVE);

    private enum State {
        NAME,
        PARAMETER,
        VALUE_BEGINS,
        VALUE,
        QUOTED,
        QUOTE_ENDED
    }

    private final String line;
    private final StringBuilder masked;
    private State state = State.NAME;

    private LineMask(String line) {
        this.line = line;
        this.masked = new StringBuilder(line.length() + 1);
    }

    /** @throws InvalidCalendarData if this is no content line; the message does not know where it stands */
    static String of(String line) {
        var frame = FRAME.matcher(line);
        if (frame.matches()) return (frame.group(1) + ':' + frame.group(2)).toUpperCase(Locale.ROOT);
        if (BROKEN_FRAME.matcher(line).matches()) throw new InvalidCalendarData("the name of a component is expected");
        return new LineMask(line).masked();
    }

    /** A value as it was, without quotation marks. */
    static String undone(String value) {
        int at = 0;
        while (at < value.length() && !mask(value.charAt(at))) at++;
        if (at == value.length()) return value;
        var text = new StringBuilder(value.length()).append(value, 0, at);
        for (; at < value.length(); at++) {
            char c = value.charAt(at);
            if (!mask(c)) text.append(c);
            else if (c != QUOTE) text.append(SIGNS.charAt(c - FIRST));
        }
        return text.toString();
    }

    private String masked() {
        int colon = 0;
        while (colon < line.length() && (state == State.QUOTED || line.charAt(colon) != ':'))
            take(line.charAt(colon++));
        if (colon == line.length()) {
            throw new InvalidCalendarData(
                    state == State.QUOTED ? "a quotation mark is not closed" : "a colon is missing");
        }
        return masked.append(line, colon, line.length()).toString().replace('\r', ' ');
    }

    private void take(char c) {
        switch (state) {
            case NAME, PARAMETER -> {
                if (c == ';') state = State.PARAMETER;
                else if (c == '=' && state == State.PARAMETER) state = State.VALUE_BEGINS;
                else if (!named(c)) throw new InvalidCalendarData("a name is expected");
                masked.append(c);
            }
            case QUOTED -> {
                if (c != '"') {
                    append(c);
                } else {
                    state = State.QUOTE_ENDED;
                    masked.append(QUOTE);
                }
            }
            default -> value(c);
        }
    }

    private void value(char c) {
        if (c == '"' && state == State.VALUE_BEGINS) {
            state = State.QUOTED;
            masked.append(QUOTE);
        } else if (c == ';' || c == ',') {
            state = c == ';' ? State.PARAMETER : State.VALUE_BEGINS;
            masked.append(c);
        } else if (state == State.QUOTE_ENDED) {
            throw new InvalidCalendarData("a quotation mark is expected at the end only");
        } else {
            state = State.VALUE;
            append(c);
        }
    }

    private void append(char c) {
        int sign = SIGNS.indexOf(c);
        if (sign >= 0) masked.append((char) (FIRST + sign));
        else if (c >= ' ') masked.append(mask(c) ? '\uFFFD' : c);
    }

    private static boolean named(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }

    private static boolean mask(char c) {
        return c >= QUOTE && c < FIRST + SIGNS.length();
    }
}
