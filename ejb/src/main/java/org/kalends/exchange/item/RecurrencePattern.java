package org.kalends.exchange.item;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.icalendar.EventTime;

/**
 * Exchange's recurrence as a rule of RFC 5545, 3.3.10.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/recurrence-recurrencetype">Recurrence</a>
 */
public final class RecurrencePattern {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final List<String> INDEXES = List.of("First", "Second", "Third", "Fourth");

    /** The shortest month has so many days in each year; a later day has to do with the last one of some months. */
    private static final int ALWAYS_THERE = 28;

    private RecurrencePattern() {}

    /**
     * The rule of a series.
     *
     * @param recurrence {@code t:Recurrence}
     * @param start of the series, whose time of day and zone say when the last instance begins
     * @throws IllegalArgumentException if it is none that Exchange has
     */
    public static String rule(Element recurrence, EventTime start) {
        return pattern(recurrence) + range(recurrence, start);
    }

    private static String pattern(Element recurrence) {
        var pattern = recurrence.children().stream()
                .filter(child -> child.name().endsWith("Recurrence") && !isRange(child))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the recurrence has no pattern"));
        return switch (pattern.name()) {
            case "t:DailyRecurrence" -> "FREQ=DAILY" + interval(pattern);
            case "t:WeeklyRecurrence" -> weekly(pattern);
            case "t:AbsoluteMonthlyRecurrence" -> "FREQ=MONTHLY" + interval(pattern) + monthDay(pattern);
            case "t:RelativeMonthlyRecurrence" -> "FREQ=MONTHLY" + interval(pattern) + weekday(pattern);
            case "t:AbsoluteYearlyRecurrence" -> "FREQ=YEARLY" + month(pattern) + monthDay(pattern);
            case "t:RelativeYearlyRecurrence" -> "FREQ=YEARLY" + month(pattern) + weekday(pattern);
            default -> throw new IllegalArgumentException("the pattern " + pattern.name() + " is not known");
        };
    }

    private static boolean isRange(Element child) {
        return switch (child.name()) {
            case "t:NoEndRecurrence", "t:EndDateRecurrence", "t:NumberedRecurrence" -> true;
            default -> false;
        };
    }

    private static String interval(Element pattern) {
        int interval = number(pattern, "t:Interval");
        return interval == 1 ? "" : ";INTERVAL=" + interval;
    }

    private static String weekly(Element pattern) {
        var first = pattern.value("t:FirstDayOfWeek")
                .map(name -> ";WKST=" + day(name))
                .orElse("");
        return "FREQ=WEEKLY" + interval(pattern) + ";BYDAY=" + String.join(",", days(text(pattern, "t:DaysOfWeek")))
                + first;
    }

    private static String monthDay(Element pattern) {
        int day = number(pattern, "t:DayOfMonth");
        if (day <= ALWAYS_THERE) return ";BYMONTHDAY=" + day;
        var days = IntStream.rangeClosed(ALWAYS_THERE, day).mapToObj(Integer::toString);
        return ";BYMONTHDAY=" + days.collect(Collectors.joining(",")) + ";BYSETPOS=-1";
    }

    private static String weekday(Element pattern) {
        var index = text(pattern, "t:DayOfWeekIndex");
        int position = index.equals("Last") ? -1 : INDEXES.indexOf(index) + 1;
        if (position == 0) throw new IllegalArgumentException("the index " + index + " is not known");
        var days = days(text(pattern, "t:DaysOfWeek"));
        return days.size() == 1
                ? ";BYDAY=" + position + days.get(0)
                : ";BYDAY=" + String.join(",", days) + ";BYSETPOS=" + position;
    }

    private static String month(Element pattern) {
        return ";BYMONTH="
                + Month.valueOf(text(pattern, "t:Month").toUpperCase(Locale.ROOT))
                        .getValue();
    }

    /** Names between spaces; some stand for several. */
    private static List<String> days(String names) {
        return Stream.of(names.strip().split("\\s+"))
                .flatMap(name -> switch (name) {
                    case "Day" -> Stream.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
                    case "Weekday" -> Stream.of("MO", "TU", "WE", "TH", "FR");
                    case "WeekendDay" -> Stream.of("SA", "SU");
                    default -> Stream.of(day(name));
                })
                .toList();
    }

    private static String day(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)).name().substring(0, 2);
    }

    private static String range(Element recurrence, EventTime start) {
        var numbered = recurrence.child("t:NumberedRecurrence");
        if (numbered.isPresent()) return ";COUNT=" + number(numbered.get(), "t:NumberOfOccurrences");
        return recurrence
                .child("t:EndDateRecurrence")
                .map(range -> ";UNTIL=" + until(date(text(range, "t:EndDate")), start))
                .orElse("");
    }

    /** The moment at which an instance on that day begins. */
    private static String until(LocalDate last, EventTime start) {
        return start.match(
                day -> DAY.format(last),
                zoned -> MOMENT.format(LocalDateTime.ofInstant(
                        last.atTime(zoned.local().toLocalTime())
                                .atZone(zoned.zone())
                                .toInstant(),
                        ZoneOffset.UTC)),
                floating -> DAY.format(last));
    }

    /** {@code 2026-12-31}, with or without a zone, which says nothing of which day it is. */
    private static LocalDate date(String text) {
        return LocalDate.parse(
                text.strip().substring(0, Math.min(10, text.strip().length())));
    }

    private static int number(Element parent, String name) {
        return Integer.parseInt(text(parent, name).strip());
    }

    private static String text(Element parent, String name) {
        return parent.value(name)
                .orElseThrow(() -> new IllegalArgumentException("the recurrence has no " + name.substring(2)));
    }
}
