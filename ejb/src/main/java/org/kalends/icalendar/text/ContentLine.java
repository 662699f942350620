package org.kalends.icalendar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kalends.icalendar.InvalidCalendarData;

/**
 * One unfolded line, with the very characters it was read from, so that an untouched line is written as it came.
 *
 * @param name upper case
 * @param value as it stands, not unescaped
 * @param raw the source with its folds and its line end
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.1">RFC 5545, 3.1</a>
 */
public record ContentLine(String name, List<Param> params, String value, String raw) implements Item {

    private static final int MAX_OCTETS = 75;

    public ContentLine {
        params = List.copyOf(params);
    }

    public static ContentLine of(String name, String value, Param... params) {
        return of(name, value, List.of(params));
    }

    public static ContentLine of(String name, String value, List<Param> params) {
        var clean = Texts.oneLine(value);
        var text = new StringBuilder(name);
        params.forEach(p -> text.append(p.text()));
        return new ContentLine(
                name, params, clean, fold(text.append(':').append(clean).toString()));
    }

    /**
     * One line without folds.
     *
     * @throws InvalidCalendarData if it is no content line
     */
    public static ContentLine parse(String line) {
        return ContentReader.line(line);
    }

    public Optional<Param> param(String wanted) {
        for (var param : params) if (param.name().equals(wanted)) return Optional.of(param); // often, of thousands
        return Optional.empty();
    }

    public String paramValue(String wanted) {
        return param(wanted).map(p -> Texts.printable(p.value())).orElse("");
    }

    /** For comparison with tokens of the RFC. */
    public String token() {
        return value.strip().toUpperCase(Locale.ROOT);
    }

    /** The same value with those parameters of {@code other} that this line has not. */
    public ContentLine withParamsOf(ContentLine other, List<String> known) {
        var merged = new ArrayList<>(params);
        other.params.stream()
                .filter(p -> !known.contains(p.name()) && param(p.name()).isEmpty())
                .forEach(merged::add);
        return merged.size() == params.size() ? this : of(name, value, merged);
    }

    private static String fold(String line) {
        var text = new StringBuilder(line.length() + line.length() / (MAX_OCTETS - 1) * 3 + 2);
        return (Texts.ascii(line) ? foldOctets(line, text) : foldCharacters(line, text))
                .append("\r\n")
                .toString();
    }

    /** Where each character is one octet. */
    private static StringBuilder foldOctets(String line, StringBuilder text) {
        int to = Math.min(MAX_OCTETS, line.length());
        text.append(line, 0, to);
        while (to < line.length()) {
            int from = to;
            to = Math.min(from + MAX_OCTETS - 1, line.length());
            text.append("\r\n ").append(line, from, to);
        }
        return text;
    }

    private static StringBuilder foldCharacters(String line, StringBuilder text) {
        int octets = 0;
        int limit = MAX_OCTETS;
        for (int i = 0; i < line.length(); ) {
            int c = Character.codePointAt(line, i);
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (octets + size > limit) {
                text.append("\r\n ");
                octets = 0;
                limit = MAX_OCTETS - 1;
            }
            text.appendCodePoint(c);
            octets += size;
            i += Character.charCount(c);
        }
        return text;
    }
}
