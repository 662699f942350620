package org.kalends.icalendar.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Param;
import org.kalends.icalendar.text.Texts;

/**
 * The values of a line with their type. What is not of its type is told as it stands, as unknown.
 *
 * @param type the token, also of types that nobody knows
 * @param values each a list of parts, most of one: a period has two, GEO too, REQUEST-STATUS up to three; the parts of a
 *     rule are {@code name=value,value}
 */
record Typed(String type, List<List<String>> values) {

    private static final Set<String> LISTS = Set.of("CATEGORIES", "RESOURCES", "EXDATE", "RDATE", "FREEBUSY");
    private static final Set<String> PARTED = Set.of("GEO", "REQUEST-STATUS");
    private static final Pattern RULE_PART = Pattern.compile("([A-Za-z][A-Za-z-]*)=(.*)");
    private static final String VALUE = "VALUE";

    static Typed of(ContentLine line) {
        var said = line.paramValue(VALUE);
        var type = said.isEmpty() ? ValueType.ofProperty(line.name()) : ValueType.of(said);
        var token = said.isEmpty() || type != ValueType.UNKNOWN ? type.token() : said.toLowerCase(Locale.ROOT);
        try {
            return new Typed(
                    token,
                    separate(line, type)
                            .map(value -> parts(line.name(), type, value))
                            .toList());
        } catch (InvalidCalendarData notOfItsType) {
            return new Typed(ValueType.UNKNOWN.token(), List.of(List.of(line.value())));
        }
    }

    private static Stream<String> separate(ContentLine line, ValueType type) {
        if (!LISTS.contains(line.name())) return Stream.of(line.value());
        return type == ValueType.TEXT
                ? split(line.value(), ',').stream()
                : Stream.of(line.value().split(",", -1));
    }

    private static List<String> parts(String name, ValueType type, String value) {
        if (PARTED.contains(name)) {
            return split(value, ';').stream()
                    .map(part -> Extended.of(type, part))
                    .toList();
        }
        return switch (type) {
            case PERIOD -> period(value);
            case RECUR -> rule(value);
            default -> List.of(Extended.of(type, value));
        };
    }

    private static List<String> period(String value) {
        int slash = value.indexOf('/');
        if (slash < 0) throw new InvalidCalendarData("a period has two parts");
        var end = value.substring(slash + 1);
        return List.of(Extended.moment(value.substring(0, slash)), end.contains("P") ? end : Extended.moment(end));
    }

    private static List<String> rule(String value) {
        var names = new HashSet<String>();
        return Stream.of(value.split(";")).map(part -> rulePart(part, names)).toList();
    }

    private static String rulePart(String part, Set<String> names) {
        var m = RULE_PART.matcher(part);
        if (!m.matches() || !names.add(m.group(1).toLowerCase(Locale.ROOT))) {
            throw new InvalidCalendarData("a rule is made of names and values");
        }
        var name = m.group(1).toLowerCase(Locale.ROOT);
        var value = m.group(2);
        return name + "=" + (name.equals("until") ? Extended.moment(value) : value);
    }

    /** At signs that are not escaped; the parts keep their escapes. */
    private static List<String> split(String value, char sign) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\') i++;
            else if (value.charAt(i) == sign) {
                parts.add(value.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(value.substring(Math.min(from, value.length())));
        return parts;
    }

    /** @param params without VALUE */
    ContentLine line(String name, List<Param> params) {
        var known = ValueType.of(type);
        var all = new ArrayList<>(params);
        boolean usual = known != ValueType.UNKNOWN && known == ValueType.ofProperty(name);
        if (!usual && !type.equals(ValueType.UNKNOWN.token())) {
            all.add(Param.of(VALUE, type.toUpperCase(Locale.ROOT)));
        }
        var sign = PARTED.contains(name) || known == ValueType.RECUR ? ";" : "/";
        var value = values.stream()
                .map(parts -> parts.stream().map(part -> back(known, part)).collect(Collectors.joining(sign)))
                .collect(Collectors.joining(","));
        return ContentLine.of(name, Texts.oneLine(value), all);
    }

    private static String back(ValueType type, String part) {
        return switch (type) {
            case PERIOD -> part.startsWith("P") || part.startsWith("+P")
                    ? part
                    : Extended.back(ValueType.DATE_TIME, part);
            case RECUR -> {
                int equals = part.indexOf('=');
                var name = part.substring(0, equals).toUpperCase(Locale.ROOT);
                var value = part.substring(equals + 1);
                yield name + "=" + (name.equals("UNTIL") ? Extended.back(ValueType.DATE_TIME, value) : value);
            }
            default -> Extended.back(type, part);
        };
    }
}
