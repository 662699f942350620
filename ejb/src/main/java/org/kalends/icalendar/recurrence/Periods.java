package org.kalends.icalendar.recurrence;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** The periods of a rule, numbered from the one that holds DTSTART: years, months, weeks, days, or shorter ones. */
final class Periods {

    private static final int SECONDS_PER_DAY = 86_400;

    private static final long FOREVER = 1_000_000; // of days or longer: past every date that is taken

    private final Rule rule;
    private final long interval;
    private final LocalDateTime base;
    private final DayFilter days;
    private final TimeSet times;

    Periods(Rule rule, LocalDateTime seed) {
        this.rule = rule;
        this.interval = rule.frequency().subDaily() ? rule.interval() : Math.min(rule.interval(), FOREVER);
        this.base = base(rule, seed);
        this.days = new DayFilter(rule, seed);
        var by = rule.times();
        this.times = new TimeSet(
                or(by.hours(), seed.getHour()), or(by.minutes(), seed.getMinute()), or(by.seconds(), seed.getSecond()));
    }

    LocalDateTime start(long number) {
        return unit().addTo(base, Math.multiplyExact(number, interval));
    }

    /** The number of the last period that starts at or before the moment; never negative. */
    long numberAt(LocalDateTime moment) {
        return Math.max(0, unit().between(base, moment) / interval);
    }

    /** The days of a period that the rule takes. */
    List<LocalDate> days(LocalDateTime start) {
        return switch (rule.frequency()) {
            case YEARLY -> days.inYear(start.getYear());
            case MONTHLY -> days.inMonth(YearMonth.from(start));
            case WEEKLY -> days.inWeek(start.toLocalDate());
            default -> takes(start) ? List.of(start.toLocalDate()) : List.of();
        };
    }

    /** The times within each day of a period. */
    TimeSet times(LocalDateTime start) {
        return switch (rule.frequency()) {
            case HOURLY -> new TimeSet(List.of(start.getHour()), times.minutes(), times.seconds());
            case MINUTELY -> new TimeSet(List.of(start.getHour()), List.of(start.getMinute()), times.seconds());
            case SECONDLY -> new TimeSet(
                    List.of(start.getHour()), List.of(start.getMinute()), List.of(start.getSecond()));
            default -> times;
        };
    }

    /** The next period worth looking at after an empty one: whole months, days, hours that cannot match are passed. */
    long after(long number, LocalDateTime start) {
        if (rule.frequency().compareTo(Rule.Frequency.DAILY) < 0) return number + 1;
        LocalDateTime next;
        if (!days.takesMonth(start.getMonthValue())) {
            next = start.with(TemporalAdjusters.firstDayOfNextMonth()).truncatedTo(ChronoUnit.DAYS);
        } else if (!days.takes(start.toLocalDate())) {
            next = start.truncatedTo(ChronoUnit.DAYS).plusDays(1);
        } else if (!in(rule.times().hours(), start.getHour())) {
            next = start.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        } else {
            next = start.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        }
        long reached = numberAt(next);
        return Math.max(number + 1, start(reached).isBefore(next) ? reached + 1 : reached);
    }

    /** False if no period can ever meet the rule's times of day, whatever the day. */
    boolean reachable() {
        if (!rule.frequency().subDaily() || rule.times().empty()) return true;
        long stride = unit().getDuration().toSeconds() * interval;
        int step = (int) gcd(stride % SECONDS_PER_DAY, SECONDS_PER_DAY);
        int first = base.toLocalTime().toSecondOfDay() % step;
        var day = base.toLocalDate().atStartOfDay();
        for (int second = first; second < SECONDS_PER_DAY; second += step) {
            if (takesTime(day.plus(Duration.ofSeconds(second)))) return true;
        }
        return false;
    }

    private boolean takes(LocalDateTime start) {
        return days.takesMonth(start.getMonthValue()) && days.takes(start.toLocalDate()) && takesTime(start);
    }

    private boolean takesTime(LocalDateTime start) {
        var by = rule.times();
        return switch (rule.frequency()) {
            case HOURLY -> in(by.hours(), start.getHour());
            case MINUTELY -> in(by.hours(), start.getHour()) && in(by.minutes(), start.getMinute());
            case SECONDLY -> in(by.hours(), start.getHour())
                    && in(by.minutes(), start.getMinute())
                    && in(by.seconds(), start.getSecond());
            default -> true;
        };
    }

    private ChronoUnit unit() {
        return switch (rule.frequency()) {
            case YEARLY -> ChronoUnit.YEARS;
            case MONTHLY -> ChronoUnit.MONTHS;
            case WEEKLY -> ChronoUnit.WEEKS;
            case DAILY -> ChronoUnit.DAYS;
            case HOURLY -> ChronoUnit.HOURS;
            case MINUTELY -> ChronoUnit.MINUTES;
            case SECONDLY -> ChronoUnit.SECONDS;
        };
    }

    private static LocalDateTime base(Rule rule, LocalDateTime seed) {
        return switch (rule.frequency()) {
            case YEARLY -> seed.toLocalDate().withDayOfYear(1).atStartOfDay();
            case MONTHLY -> seed.toLocalDate().withDayOfMonth(1).atStartOfDay();
            case WEEKLY -> seed.toLocalDate()
                    .with(TemporalAdjusters.previousOrSame(rule.weekStart()))
                    .atStartOfDay();
            case DAILY -> seed.truncatedTo(ChronoUnit.DAYS);
            case HOURLY -> seed.truncatedTo(ChronoUnit.HOURS);
            case MINUTELY -> seed.truncatedTo(ChronoUnit.MINUTES);
            case SECONDLY -> seed.truncatedTo(ChronoUnit.SECONDS);
        };
    }

    private static boolean in(List<Integer> wanted, int value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static List<Integer> or(List<Integer> given, int absent) {
        return given.isEmpty() ? List.of(absent) : given;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
