package org.kalends.icalendar.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which days a rule takes. What the rule does not say is taken from DTSTART.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10">RFC 5545, 3.3.10, the table of BYxxx</a>
 */
final class DayFilter {

    private static final int FOUR_DAYS = 4; // a year's first week has at least four of its days

    private final Rule rule;
    private final List<Integer> months;
    private final List<Integer> monthDays;
    private final List<Rule.Weekday> weekdays;
    private final boolean countsInMonth;
    private final WeekFields weekFields;

    DayFilter(Rule rule, LocalDateTime seed) {
        this.rule = rule;
        var days = rule.days();
        var frequency = rule.frequency();
        boolean silent = !days.choosesDays();
        boolean yearly = frequency == Rule.Frequency.YEARLY;
        months = yearly && silent && days.months().isEmpty() ? List.of(seed.getMonthValue()) : days.months();
        monthDays = silent && (yearly || frequency == Rule.Frequency.MONTHLY)
                ? List.of(seed.getDayOfMonth())
                : days.monthDays();
        boolean weekOnly = yearly
                && !days.weeks().isEmpty()
                && days.weekdays().isEmpty()
                && days.monthDays().isEmpty()
                && days.yearDays().isEmpty();
        weekdays = weekOnly || silent && frequency == Rule.Frequency.WEEKLY
                ? List.of(new Rule.Weekday(0, seed.getDayOfWeek()))
                : days.weekdays();
        countsInMonth = frequency == Rule.Frequency.MONTHLY || !months.isEmpty();
        weekFields = WeekFields.of(rule.weekStart(), FOUR_DAYS);
    }

    List<LocalDate> inYear(int year) {
        return IntStream.rangeClosed(1, 12)
                .filter(this::takesMonth)
                .mapToObj(month -> inMonth(YearMonth.of(year, month)))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    List<LocalDate> inMonth(YearMonth month) {
        if (!takesMonth(month.getMonthValue())) return List.of();
        var days = new ArrayList<LocalDate>();
        for (int d = 1; d <= month.lengthOfMonth(); d++) {
            var day = month.atDay(d);
            if (takes(day)) days.add(day);
        }
        if (rule.skip() != Rule.Skip.OMIT && monthDays.stream().anyMatch(d -> d > month.lengthOfMonth())) {
            var moved = rule.skip() == Rule.Skip.BACKWARD
                    ? month.atEndOfMonth()
                    : month.atEndOfMonth().plusDays(1);
            if (!days.contains(moved)) days.add(moved);
        }
        return days;
    }

    List<LocalDate> inWeek(LocalDate first) {
        return IntStream.range(0, DayOfWeek.values().length)
                .mapToObj(first::plusDays)
                .filter(day -> takesMonth(day.getMonthValue()) && takes(day))
                .toList();
    }

    boolean takesMonth(int month) {
        return months.isEmpty() || months.contains(month);
    }

    /** Everything but BYMONTH. */
    boolean takes(LocalDate day) {
        return counted(monthDays, day.getDayOfMonth(), day.lengthOfMonth())
                && counted(rule.days().yearDays(), day.getDayOfYear(), day.lengthOfYear())
                && takesWeek(day)
                && takesWeekday(day);
    }

    private boolean takesWeek(LocalDate day) {
        if (rule.days().weeks().isEmpty()) return true;
        var week = weekFields.weekOfWeekBasedYear();
        return counted(rule.days().weeks(), day.get(week), (int) day.range(week).getMaximum());
    }

    private boolean takesWeekday(LocalDate day) {
        if (weekdays.isEmpty()) return true;
        for (var wanted : weekdays) {
            if (wanted.day() == day.getDayOfWeek() && takesOrdinal(wanted.ordinal(), day)) return true;
        }
        return false;
    }

    private boolean takesOrdinal(int ordinal, LocalDate day) {
        if (ordinal == 0) return true;
        int at = countsInMonth ? day.getDayOfMonth() : day.getDayOfYear();
        int of = countsInMonth ? day.lengthOfMonth() : day.lengthOfYear();
        return ordinal > 0 ? (at - 1) / 7 + 1 == ordinal : -((of - at) / 7 + 1) == ordinal;
    }

    private static boolean counted(List<Integer> wanted, int at, int of) {
        return wanted.isEmpty() || wanted.contains(at) || wanted.contains(at - of - 1);
    }
}
