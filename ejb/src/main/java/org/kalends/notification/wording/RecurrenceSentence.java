package org.kalends.notification.wording;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.kalends.icalendar.EventComponent;

/**
 * Says a recurrence rule in words: {@code Every 2 weeks on Monday and Friday, 8 times}. Rules that people rarely make
 * are only said to be special.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10">RFC 5545, 3.3.10</a>
 */
final class RecurrenceSentence {

    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final String WORKDAYS = "MO,TU,WE,TH,FR";
    private static final Set<String> UNDERSTOOD =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS");
    private static final Pattern NTH = Pattern.compile("([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)");

    private final Texts texts;
    private final WhenText when;

    RecurrenceSentence(Texts texts) {
        this.texts = texts;
        this.when = new WhenText(texts);
    }

    /** What the component's rules say; "does not repeat" where there are none. */
    String of(EventComponent component) {
        var recurrence = component.recurrence();
        if (!recurrence.repeats()) return texts.say("single");
        if (recurrence.rules().size() != 1 || !recurrence.added().isEmpty()) return texts.say("rule.custom");
        var parts = parts(recurrence.rules().get(0));
        if (!UNDERSTOOD.containsAll(parts.keySet())) return texts.say("rule.custom");
        var days = days(parts, component.timing().start().local().toLocalDate());
        return days.equals(texts.say("rule.custom")) ? days : days + end(parts);
    }

    private String days(Map<String, String> parts, LocalDate start) {
        int interval = Integer.parseInt(parts.getOrDefault("INTERVAL", "1"));
        var custom = texts.say("rule.custom");
        return switch (parts.getOrDefault("FREQ", "")) {
            case "DAILY" -> plain(parts) ? texts.say("rule.daily", interval) : weekly(parts, interval, custom);
            case "WEEKLY" -> weekly(parts, interval, custom);
            case "MONTHLY" -> parts.containsKey("BYMONTH") ? custom : monthly(parts, interval, start);
            case "YEARLY" -> yearly(parts, interval, start);
            default -> custom;
        };
    }

    private static boolean plain(Map<String, String> parts) {
        return parts.keySet().stream().noneMatch(name -> name.startsWith("BY"));
    }

    private String weekly(Map<String, String> parts, int interval, String custom) {
        if (plain(parts)) return texts.say("rule.weekly", interval);
        var days = parts.getOrDefault("BYDAY", "");
        var named = Arrays.asList(days.split(",", -1));
        boolean onlyDays = parts.keySet().stream().noneMatch(name -> name.startsWith("BY") && !name.equals("BYDAY"));
        if (!onlyDays || !WEEKDAYS.containsAll(named)) return custom;
        if (days.equals(WORKDAYS) && interval == 1) return texts.say("rule.workdays");
        var list = named.stream()
                .map(day -> texts.item("weekday.on", WEEKDAYS.indexOf(day)))
                .toList();
        return texts.say("rule.weekly", interval) + " " + texts.say("rule.on", enumeration(list));
    }

    private String monthly(Map<String, String> parts, int interval, LocalDate start) {
        var every = texts.say("rule.monthly", interval) + " ";
        if (plain(parts)) return every + texts.say("rule.day", ordinal(start.getDayOfMonth()));
        if (parts.containsKey("BYMONTHDAY") && !parts.containsKey("BYDAY") && !parts.containsKey("BYSETPOS")) {
            return monthDays(parts.get("BYMONTHDAY"), every);
        }
        var position = parts.getOrDefault("BYSETPOS", "") + parts.getOrDefault("BYDAY", "");
        var nth = NTH.matcher(position);
        if (parts.containsKey("BYMONTHDAY") || !nth.matches()) return texts.say("rule.custom");
        int number = Integer.parseInt(nth.group(1));
        if (number < -1) return texts.say("rule.custom");
        int weekday = WEEKDAYS.indexOf(nth.group(2));
        return every + texts.say("rule.nth", texts.item("nth." + number, weekday), texts.item("weekday.nth", weekday));
    }

    private String monthDays(String days, String every) {
        if (days.equals("-1")) return every + texts.say("rule.lastday");
        if (days.contains("-")) return texts.say("rule.custom");
        var list = Arrays.stream(days.split(",", -1))
                .map(day -> ordinal(Integer.parseInt(day)))
                .toList();
        return every + texts.say("rule.day", enumeration(list));
    }

    private String yearly(Map<String, String> parts, int interval, LocalDate start) {
        var sameDay = Map.of(
                "BYMONTH", String.valueOf(start.getMonthValue()),
                "BYMONTHDAY", String.valueOf(start.getDayOfMonth()));
        boolean ordinary = parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith("BY"))
                .allMatch(part -> part.getValue().equals(sameDay.get(part.getKey())));
        if (!ordinary) return texts.say("rule.custom");
        var month = texts.item("month.day", start.getMonthValue() - 1);
        return texts.say("rule.yearly", interval) + " "
                + texts.say("rule.date", String.valueOf(start.getDayOfMonth()), month);
    }

    private String end(Map<String, String> parts) {
        if (parts.containsKey("COUNT")) return ", " + texts.say("rule.count", Integer.valueOf(parts.get("COUNT")));
        if (!parts.containsKey("UNTIL")) return "";
        var until = LocalDate.parse(parts.get("UNTIL").substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
        return ", " + texts.say("rule.until", when.plainDay(until));
    }

    private String ordinal(int day) {
        return texts.say("ordinal.day", day);
    }

    private String enumeration(List<String> words) {
        if (words.size() == 1) return words.get(0);
        var last = words.get(words.size() - 1);
        var first = words.subList(0, words.size() - 1).stream().collect(joining(", "));
        return first + " " + texts.say("rule.and") + " " + last;
    }

    private static Map<String, String> parts(String rule) {
        var parts = new HashMap<String, String>();
        for (var part : rule.toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return parts;
    }
}
