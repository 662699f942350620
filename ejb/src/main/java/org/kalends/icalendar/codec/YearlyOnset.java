package org.kalends.icalendar.codec;

import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When a zone changes its offset each year, as RRULE. It is found from the changes of a whole cycle of the Gregorian
 * calendar's weekdays, so that changes at 24:00 or told in UTC come out on the local day that they fall on.
 */
record YearlyOnset(List<LocalDate> days) {

    private static final int CYCLE = 28;
    private static final int WEEK = 7;

    static YearlyOnset of(ZoneOffsetTransitionRule rule, int year) {
        return new YearlyOnset(IntStream.range(year, year + CYCLE)
                .mapToObj(y -> rule.createTransition(y).getDateTimeBefore().toLocalDate())
                .toList());
    }

    String rule() {
        var text = "FREQ=YEARLY;BYMONTH=" + months();
        boolean sameDay = days.stream().map(LocalDate::getDayOfMonth).distinct().count() == 1;
        if (sameDay) return text + ";BYMONTHDAY=" + days.get(0).getDayOfMonth();
        var weekday = days.get(0).getDayOfWeek().name().substring(0, 2).toUpperCase(Locale.ROOT);
        if (days.stream().allMatch(d -> d.getDayOfMonth() > d.lengthOfMonth() - WEEK))
            return text + ";BYDAY=-1" + weekday;
        int first = days.stream().mapToInt(LocalDate::getDayOfMonth).min().orElse(1);
        if (first % WEEK == 1 && days.stream().allMatch(d -> d.getDayOfMonth() < first + WEEK)) {
            return text + ";BYDAY=" + (first / WEEK + 1) + weekday;
        }
        return text + ";BYMONTHDAY=" + monthDays() + ";BYDAY=" + weekday;
    }

    private String months() {
        return joined(days.stream().mapToInt(LocalDate::getMonthValue));
    }

    private String monthDays() {
        return joined(days.stream().mapToInt(LocalDate::getDayOfMonth));
    }

    private static String joined(IntStream numbers) {
        return numbers.distinct().sorted().mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}
