package org.kalends.exchange.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.icalendar.EventTime;

class RecurrencePatternTest {

    private static final EventTime MORNING =
            new EventTime.Zoned(LocalDateTime.parse("2026-12-01T09:30"), ZoneId.of("Europe/Moscow"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DailyRecurrence | Interval=1 | FREQ=DAILY",
                "DailyRecurrence | Interval=3 | FREQ=DAILY;INTERVAL=3",
                "WeeklyRecurrence | Interval=1,DaysOfWeek=Monday Wednesday | FREQ=WEEKLY;BYDAY=MO,WE",
                "WeeklyRecurrence | Interval=2,DaysOfWeek=Sunday,FirstDayOfWeek=Sunday | FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU",
                "WeeklyRecurrence | Interval=1,DaysOfWeek=Weekday | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                "AbsoluteMonthlyRecurrence | Interval=1,DayOfMonth=15 | FREQ=MONTHLY;BYMONTHDAY=15",
                "AbsoluteMonthlyRecurrence | Interval=2,DayOfMonth=31 | FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
                "RelativeMonthlyRecurrence | Interval=1,DaysOfWeek=Tuesday,DayOfWeekIndex=Second | FREQ=MONTHLY;BYDAY=2TU",
                "RelativeMonthlyRecurrence | Interval=1,DaysOfWeek=Friday,DayOfWeekIndex=Last | FREQ=MONTHLY;BYDAY=-1FR",
                "RelativeMonthlyRecurrence | Interval=1,DaysOfWeek=Weekday,DayOfWeekIndex=Last | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "RelativeMonthlyRecurrence | Interval=1,DaysOfWeek=WeekendDay,DayOfWeekIndex=First | FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1",
                "RelativeMonthlyRecurrence | Interval=1,DaysOfWeek=Day,DayOfWeekIndex=Fourth | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=4",
                "AbsoluteYearlyRecurrence | DayOfMonth=9,Month=May | FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=9",
                "AbsoluteYearlyRecurrence | DayOfMonth=29,Month=February | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
                "RelativeYearlyRecurrence | DaysOfWeek=Thursday,DayOfWeekIndex=Fourth,Month=November | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
            })
    void eachPatternOfExchangeIsARule(String name, String parts, String rule) {
        assertThat(RecurrencePattern.rule(recurrence(pattern(name, parts), range("NoEndRecurrence", "")), MORNING))
                .isEqualTo(rule);
    }

    @Test
    void aSeriesEndsAfterSoManyOrAtTheStartOfItsLastInstance() {
        var daily = pattern("DailyRecurrence", "Interval=1");
        assertThat(RecurrencePattern.rule(
                        recurrence(daily, range("NumberedRecurrence", "NumberOfOccurrences=12")), MORNING))
                .isEqualTo("FREQ=DAILY;COUNT=12");
        var until = range("EndDateRecurrence", "EndDate=2026-12-31+03:00");
        assertThat(RecurrencePattern.rule(recurrence(daily, until), MORNING))
                .isEqualTo("FREQ=DAILY;UNTIL=20261231T063000Z");
        assertThat(RecurrencePattern.rule(recurrence(daily, until), new EventTime.Day(LocalDate.parse("2026-12-01"))))
                .isEqualTo("FREQ=DAILY;UNTIL=20261231");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DailyRegeneration | Interval=1 | no pattern",
                "LunarRecurrence | Interval=1 | LunarRecurrence",
                "DailyRecurrence | Interval=often | often",
                "WeeklyRecurrence | Interval=1,DaysOfWeek=Someday | SOMEDAY",
                "RelativeMonthlyRecurrence | Interval=1,DaysOfWeek=Friday,DayOfWeekIndex=Fifth | Fifth",
                "AbsoluteMonthlyRecurrence | Interval=1 | DayOfMonth",
            })
    void whatIsNoPatternIsToldOf(String name, String parts, String words) {
        var recurrence = recurrence(pattern(name, parts), range("NoEndRecurrence", ""));
        assertThatThrownBy(() -> RecurrencePattern.rule(recurrence, MORNING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    private static Element recurrence(Element pattern, Element range) {
        return Element.of("t:Recurrence", pattern, range);
    }

    private static Element range(String name, String parts) {
        return pattern(name, parts);
    }

    private static Element pattern(String name, String parts) {
        return Element.of(
                "t:" + name,
                Arrays.stream(parts.split(","))
                        .filter(part -> !part.isEmpty())
                        .map(part -> part.split("="))
                        .map(part -> Element.text("t:" + part[0], part[1]))
                        .toList());
    }
}
