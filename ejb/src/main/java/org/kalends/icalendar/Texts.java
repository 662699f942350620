package org.kalends.icalendar;

import java.util.ArrayList;
import java.util.List;

/**
 * The escapes of values and parameters; nothing that passes here can break out of its line.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11">RFC 5545, 3.3.11</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6868#section-3">RFC 6868, 3</a>
 */
final class Texts {

    private Texts() {}

    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', ';', ',' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> {
                    if (i + 1 == text.length() || text.charAt(i + 1) != '\n') out.append("\\n");
                }
                default -> {
                    if (c >= ' ' || c == '\t') out.append(c);
                }
            }
        }
        return out.toString();
    }

    static String unescape(String value) {
        if (value.indexOf('\\') < 0) return value;
        var out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\' || i + 1 == value.length()) {
                out.append(c);
                continue;
            }
            char next = value.charAt(++i);
            out.append(next == 'n' || next == 'N' ? '\n' : next);
        }
        return out.toString();
    }

    /** Splits a list of TEXT at its unescaped commas. */
    static List<String> list(String value) {
        var items = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                i++;
            } else if (value.charAt(i) == ',') {
                items.add(unescape(value.substring(from, i)));
                from = i + 1;
            }
        }
        items.add(unescape(value.substring(from)));
        items.removeIf(String::isBlank);
        return items;
    }

    static String parameterValue(String value) {
        var safe = oneLine(value.replace("^", "^^")
                .replace("\r\n", "\n")
                .replace("\n", "^n")
                .replace("\"", "^'"));
        return safe.chars().anyMatch(c -> c == ',' || c == ';' || c == ':') ? '"' + safe + '"' : safe;
    }

    /** Drops controls, line ends among them. */
    static String oneLine(String value) {
        if (value.chars().noneMatch(Texts::control)) return value;
        return value.chars()
                .filter(c -> !control(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean control(int c) {
        return (c < ' ' && c != '\t') || c == 0x7f;
    }
}
