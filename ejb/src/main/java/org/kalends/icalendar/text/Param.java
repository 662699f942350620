package org.kalends.icalendar.text;

import java.util.List;

/**
 * One parameter of a content line, values decoded.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6868">RFC 6868 (caret escapes)</a>
 */
public record Param(String name, List<String> values) {

    public Param {
        values = List.copyOf(values);
    }

    public static Param of(String name, String value) {
        return new Param(name, List.of(value));
    }

    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** As it stands in a line, with the leading semicolon. */
    public String text() {
        var text = new StringBuilder(";").append(name).append('=');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) text.append(',');
            text.append(encode(values.get(i)));
        }
        return text.toString();
    }

    public static String decode(String value) {
        if (value.indexOf('^') < 0) return value;
        var text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            char next = c == '^' && i + 1 < value.length() ? value.charAt(i + 1) : 0;
            int code = "n'^".indexOf(next);
            if (c == '^' && next != 0 && code >= 0) {
                text.append("\n\"^".charAt(code));
                i++;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String encode(String value) {
        var text = new StringBuilder(value.length() + 2);
        boolean quoted = false;
        var clean = Texts.printable(value);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '\n' -> text.append("^n");
                case '"' -> text.append("^'");
                case '^' -> text.append("^^");
                case ':', ';', ',' -> {
                    quoted = true;
                    text.append(c);
                }
                default -> text.append(c);
            }
        }
        return quoted ? '"' + text.toString() + '"' : text.toString();
    }
}
