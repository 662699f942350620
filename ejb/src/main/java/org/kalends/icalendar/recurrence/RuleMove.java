package org.kalends.icalendar.recurrence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.Times;

/**
 * A rule brought to a new DTSTART. Days that the old DTSTART stood for are named after the new one: a weekly series on
 * Tuesdays that moves by a day is one on Wednesdays. Rules that say more than that stay as they are.
 */
final class RuleMove {

    private static final int WEEK = 7;

    private RuleMove() {}

    static String of(String text, EventTime from, EventTime to) {
        var rule = RuleParser.parse(text);
        var moved = until(RuleText.of(text), rule, from, to);
        var old = from.local().toLocalDate();
        var day = to.local().toLocalDate();
        if (old.equals(day)) return moved.text();
        var days = rule.days();
        if (!days.weekdays().isEmpty() && rule.frequency() == Rule.Frequency.WEEKLY) {
            long by = day.toEpochDay() - old.toEpochDay();
            moved = moved.with(
                    "BYDAY",
                    days.weekdays().stream().map(w -> name(w.day().plus(by))).collect(Collectors.joining(",")));
        } else if (days.weekdays().size() == 1 && days.weekdays().get(0).ordinal() != 0) {
            moved = moved.with("BYDAY", nth(days.weekdays().get(0).ordinal(), day));
        } else if (days.monthDays().equals(List.of(old.getDayOfMonth()))) {
            moved = moved.with("BYMONTHDAY", Integer.toString(day.getDayOfMonth()));
        }
        if (days.months().equals(List.of(old.getMonthValue()))) {
            moved = moved.with("BYMONTH", Integer.toString(day.getMonthValue()));
        }
        return moved.text();
    }

    /** UNTIL keeps its distance, so that the last instance is not lost when the series moves to a later time. */
    private static RuleText until(RuleText text, Rule rule, EventTime from, EventTime to) {
        var until = rule.until();
        if (until == null) return text;
        var last = InstanceKey.form(until, from).local();
        var moved = InstanceKey.at(last.plus(Duration.between(from.local(), to.local())), to);
        var value = moved instanceof EventTime.Zoned ? EventTime.utc(moved.instant(ZoneOffset.UTC)) : moved;
        return text.with("UNTIL", Times.text(value));
    }

    private static String nth(int ordinal, LocalDate day) {
        boolean last = day.getDayOfMonth() > day.lengthOfMonth() - WEEK;
        int number = ordinal == -1 && last ? -1 : (day.getDayOfMonth() - 1) / WEEK + 1;
        return number + name(day.getDayOfWeek());
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
