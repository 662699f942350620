package org.kalends.exchange.item.form;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.item.RecurrencePattern;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Times;

/**
 * A rule of RFC 5545, 3.3.10 as Exchange's recurrence; {@link RecurrencePattern} is the way back.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/recurrence-recurrencetype">Recurrence</a>
 */
final class PatternWriter {

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Map<Integer, String> INDEXES =
            Map.of(1, "First", 2, "Second", 3, "Third", 4, "Fourth", -1, "Last");
    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST");

    private final Map<String, String> parts;
    private final EventTime start;

    private PatternWriter(Map<String, String> parts, EventTime start) {
        this.parts = parts;
        this.start = start;
    }

    /**
     * @param rule that is valid
     * @param zone in which days are counted
     * @return empty if Exchange has nothing that says the same
     */
    static Optional<Element> recurrence(String rule, EventTime start, ZoneId zone) {
        var parts = new HashMap<String, String>();
        for (var part : rule.toUpperCase(Locale.ROOT).split(";")) {
            var pair = part.split("=", 2);
            if (pair.length == 2) parts.put(pair[0].strip(), pair[1].strip());
        }
        if (!KNOWN.containsAll(parts.keySet())) return Optional.empty();
        var writer = new PatternWriter(parts, start);
        return writer.pattern().map(pattern -> Element.of("t:Recurrence", pattern, writer.range(zone)));
    }

    private Optional<Element> pattern() {
        return switch (parts.getOrDefault("FREQ", "")) {
            case "DAILY" -> daily();
            case "WEEKLY" -> weekly();
            case "MONTHLY" -> parts.containsKey("BYMONTH") ? Optional.empty() : monthly();
            case "YEARLY" -> yearly();
            default -> Optional.empty();
        };
    }

    private Optional<Element> daily() {
        if (parts.containsKey("BYMONTH") || parts.containsKey("BYMONTHDAY") || parts.containsKey("BYSETPOS"))
            return Optional.empty();
        if (!parts.containsKey("BYDAY")) return Optional.of(Element.of("t:DailyRecurrence", interval()));
        return interval().text().equals("1") ? weekly() : Optional.empty();
    }

    private Optional<Element> weekly() {
        if (parts.containsKey("BYMONTH") || parts.containsKey("BYMONTHDAY") || parts.containsKey("BYSETPOS"))
            return Optional.empty();
        return plainDays(parts.getOrDefault("BYDAY", DAYS.get(weekday() - 1)))
                .map(days -> Element.of(
                        "t:WeeklyRecurrence",
                        interval(),
                        Element.text("t:DaysOfWeek", days),
                        Element.text("t:FirstDayOfWeek", name(parts.getOrDefault("WKST", "MO")))));
    }

    private Optional<Element> monthly() {
        if (parts.containsKey("BYDAY")) {
            return relative()
                    .map(day -> Element.of("t:RelativeMonthlyRecurrence", interval(), day.days(), day.index()));
        }
        return monthDay().map(day -> Element.of("t:AbsoluteMonthlyRecurrence", interval(), day));
    }

    /** Exchange knows every year, not every second one. */
    private Optional<Element> yearly() {
        var months = parts.getOrDefault("BYMONTH", String.valueOf(start.local().getMonthValue()));
        boolean fits = interval().text().equals("1") && months.matches("\\d{1,2}");
        boolean ofYear = parts.containsKey("BYDAY") && !parts.containsKey("BYMONTH"); // counted through the year
        if (!fits || ofYear) return Optional.empty();
        var month = Element.text(
                "t:Month", Month.of(Integer.parseInt(months)).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        if (parts.containsKey("BYDAY")) {
            return relative().map(day -> Element.of("t:RelativeYearlyRecurrence", day.days(), day.index(), month));
        }
        return monthDay().map(day -> Element.of("t:AbsoluteYearlyRecurrence", day, month));
    }

    /** The day, or the last one of a month that does not have it. */
    private Optional<Element> monthDay() {
        var days = parts.getOrDefault("BYMONTHDAY", String.valueOf(start.local().getDayOfMonth()));
        var position = parts.get("BYSETPOS");
        boolean last = "-1".equals(position) && days.matches("28(,29)?(,30)?(,31)?");
        if (position != null && !last) return Optional.empty();
        var day = days.equals("-1") ? "31" : last ? days.substring(days.lastIndexOf(',') + 1) : days;
        if (!day.matches("\\d{1,2}")) return Optional.empty();
        boolean omitted = Integer.parseInt(day) > 28 && !last && !days.equals("-1");
        return omitted ? Optional.empty() : Optional.of(Element.text("t:DayOfMonth", day));
    }

    private record RelativeDay(Element days, Element index) {}

    private Optional<RelativeDay> relative() {
        var text = parts.getOrDefault("BYDAY", "");
        if (parts.containsKey("BYMONTHDAY")) return Optional.empty();
        var position = parts.getOrDefault("BYSETPOS", text.replaceFirst("[A-Z].*$", ""));
        var days = text.replaceFirst("^[+-]?\\d+", "");
        if (!position.matches("[+-]?\\d") || days.matches(".*\\d.*")) return Optional.empty();
        var index = INDEXES.get(Integer.parseInt(position));
        if (index == null) return Optional.empty();
        return several(days)
                .map(names ->
                        new RelativeDay(Element.text("t:DaysOfWeek", names), Element.text("t:DayOfWeekIndex", index)));
    }

    /** Exchange counts one day of the week, or kinds of days. */
    private static Optional<String> several(String days) {
        var all = Set.of(days.split(","));
        if (all.size() == 1) return plainDays(days);
        if (all.equals(Set.copyOf(DAYS))) return Optional.of("Day");
        if (all.equals(Set.copyOf(DAYS.subList(0, 5)))) return Optional.of("Weekday");
        return all.equals(Set.copyOf(DAYS.subList(5, 7))) ? Optional.of("WeekendDay") : Optional.empty();
    }

    private static Optional<String> plainDays(String days) {
        var all = List.of(days.split(","));
        return DAYS.containsAll(all)
                ? Optional.of(all.stream()
                        .sorted()
                        .distinct()
                        .map(PatternWriter::name)
                        .collect(Collectors.joining(" ")))
                : Optional.empty();
    }

    private static String name(String day) {
        return DayOfWeek.of(DAYS.indexOf(day) + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private int weekday() {
        return start.local().getDayOfWeek().getValue();
    }

    private Element interval() {
        return Element.text("t:Interval", parts.getOrDefault("INTERVAL", "1"));
    }

    private Element range(ZoneId zone) {
        var first = Element.text("t:StartDate", start.local().toLocalDate().toString());
        if (parts.containsKey("COUNT")) {
            return Element.of(
                    "t:NumberedRecurrence",
                    first,
                    Element.text("t:NumberOfOccurrences", parts.getOrDefault("COUNT", "")));
        }
        return Stream.ofNullable(parts.get("UNTIL"))
                .map(until -> Element.of(
                        "t:EndDateRecurrence",
                        first,
                        Element.text("t:EndDate", last(until, zone).toString())))
                .findFirst()
                .orElseGet(() -> Element.of("t:NoEndRecurrence", first));
    }

    /** The day of the series' zone on which nothing begins any more after that. */
    private LocalDate last(String until, ZoneId zone) {
        var end = Times.parse(until);
        var local = end.match(
                day -> day.date().atTime(start.local().toLocalTime()),
                zoned -> LocalDateTime.ofInstant(
                        zoned.local().atZone(zoned.zone()).toInstant(), zone),
                floating -> floating.local());
        return local.toLocalTime().isBefore(start.local().toLocalTime())
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
    }
}
