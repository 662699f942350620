package org.kalends.icalendar.form;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.text.Texts;

/**
 * Single values: dates, times and offsets have separators in these forms, text has no escapes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7265#section-3.6">RFC 7265, 3.6</a>
 */
final class Extended {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)");
    private static final Pattern TIME = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)(Z?)");
    private static final Pattern OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)(\\d\\d)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    private Extended() {}

    /** @throws InvalidCalendarData if it is no value of the type */
    static String of(ValueType type, String value) {
        return switch (type) {
            case DATE -> date(value);
            case DATE_TIME -> moment(value);
            case TIME -> time(value);
            case UTC_OFFSET -> offset(value);
            case TEXT -> Texts.unescape(value);
            case BOOLEAN -> oneOf(value.toLowerCase(Locale.ROOT), "true|false");
            case INTEGER -> oneOf(value, "[+-]?\\d{1,18}");
            case FLOAT -> oneOf(value, NUMBER.pattern());
            default -> value;
        };
    }

    /** As it stands in a content line. */
    static String back(ValueType type, String value) {
        return switch (type) {
            case DATE -> value.replace("-", "");
            case DATE_TIME, TIME -> value.replace("-", "").replace(":", "");
            case UTC_OFFSET -> value.replace(":", "");
            case TEXT -> Texts.escape(value);
            case BOOLEAN -> value.toUpperCase(Locale.ROOT);
            default -> value;
        };
    }

    private static String oneOf(String value, String form) {
        if (!value.matches(form)) throw new InvalidCalendarData("a value is not of its type");
        return value;
    }

    private static String date(String value) {
        var m = matched(DATE, value);
        return m.group(1) + "-" + m.group(2) + "-" + m.group(3);
    }

    private static String time(String value) {
        var m = matched(TIME, value);
        return m.group(1) + ":" + m.group(2) + ":" + m.group(3) + m.group(4);
    }

    /** A date too: UNTIL may be either. */
    static String moment(String value) {
        int t = value.indexOf('T');
        return t < 0 ? date(value) : date(value.substring(0, t)) + "T" + time(value.substring(t + 1));
    }

    private static String offset(String value) {
        var m = matched(OFFSET, value);
        return m.group(1) + ":" + m.group(2) + (m.group(3) == null ? "" : ":" + m.group(3));
    }

    private static Matcher matched(Pattern form, String value) {
        var m = form.matcher(value);
        if (!m.matches()) throw new InvalidCalendarData("a value is not of its type");
        return m;
    }
}
