package org.kalends.icalendar.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Values of type TEXT: what may stand in a line and how it is escaped, so that no value can end its line.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11">RFC 5545, 3.3.11</a>
 */
public final class Texts {

    private Texts() {}

    public static String escape(String value) {
        var clean = printable(value);
        var text = new StringBuilder(clean.length() + 16);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\\', ';', ',' -> text.append('\\').append(c);
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    public static String unescape(String value) {
        if (value.indexOf('\\') < 0) return printable(value);
        var text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\' || i + 1 == value.length()) {
                text.append(c);
                continue;
            }
            char next = value.charAt(++i);
            text.append(next == 'n' || next == 'N' ? '\n' : next);
        }
        return printable(text.toString());
    }

    /** The parts of a comma separated list of TEXT, unescaped. */
    public static List<String> unescapeList(String value) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ',') {
                parts.add(unescape(value.substring(from, i)));
                from = i + 1;
            }
        }
        parts.add(unescape(value.substring(Math.min(from, value.length()))));
        return parts;
    }

    /** Line ends as LF, without other control characters; a lone surrogate, which UTF-8 cannot carry, is U+FFFD. */
    public static String printable(String value) {
        if (!suspicious(value)) return value;
        var text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r') {
                text.append('\n');
                if (i + 1 < value.length() && value.charAt(i + 1) == '\n') i++;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                text.append(c).append(value.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                text.append('\uFFFD');
            } else if (c >= ' ' && c != 0x7f || c == '\t' || c == '\n') {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** For values that are no TEXT, such as URI or RECUR: nothing that could end a line. */
    public static String oneLine(String value) {
        return printable(value).replace("\n", "");
    }

    static boolean ascii(String value) {
        for (int i = 0; i < value.length(); i++) if (value.charAt(i) > 0x7f) return false;
        return true;
    }

    private static boolean suspicious(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= ' ' && c < 0x7f; // nearly all there is: asked first, as texts may be long
            if (!plain && suspicious(c)) return true;
        }
        return false;
    }

    private static boolean suspicious(char c) {
        return c < ' ' && c != '\t' && c != '\n' || c == 0x7f || Character.isSurrogate(c);
    }
}
