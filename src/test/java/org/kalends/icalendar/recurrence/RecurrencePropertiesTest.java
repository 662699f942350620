package org.kalends.icalendar.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.kalends.icalendar.Events;
import org.kalends.time.Interval;

/** The expander against one that looks at every day, and knows nothing of periods. */
class RecurrencePropertiesTest {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Moscow"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Africa/Casablanca"));

    @Property(tries = 300)
    void weeklyRulesHitTheDaysThatADayByDayWalkFinds(
            @ForAll @IntRange(min = 0, max = 3000) int day,
            @ForAll @IntRange(min = 1, max = 4) int interval,
            @ForAll @Size(min = 1, max = 4) @UniqueElements List<DayOfWeek> days,
            @ForAll DayOfWeek weekStart,
            @ForAll @IntRange(min = 0, max = 3) int zone) {
        var first = LocalDate.of(2020, 1, 1).plusDays(day);
        var rule = "FREQ=WEEKLY;INTERVAL=" + interval + ";WKST=" + name(weekStart) + ";BYDAY="
                + days.stream().map(RecurrencePropertiesTest::name).collect(Collectors.joining(","));
        var week = first.minusDays(Math.floorMod(first.getDayOfWeek().getValue() - weekStart.getValue(), 7));
        var expected = new TreeSet<>(Set.of(first));
        for (var at = first; at.isBefore(first.plusDays(400)); at = at.plusDays(1)) {
            long weeks = (at.toEpochDay() - week.toEpochDay()) / 7;
            if (weeks % interval == 0 && days.contains(at.getDayOfWeek())) expected.add(at);
        }
        assertExpands(rule, first, ZONES.get(zone), expected);
    }

    @Property(tries = 300)
    void monthlyRulesHitTheDaysThatADayByDayWalkFinds(
            @ForAll @IntRange(min = 0, max = 3000) int day,
            @ForAll @IntRange(min = 1, max = 5) int interval,
            @ForAll @IntRange(min = -31, max = 31) int monthDay,
            @ForAll @IntRange(min = 0, max = 3) int zone) {
        var first = LocalDate.of(2020, 1, 1).plusDays(day);
        var wanted = monthDay == 0 ? first.getDayOfMonth() : monthDay;
        var rule = "FREQ=MONTHLY;INTERVAL=" + interval + (monthDay == 0 ? "" : ";BYMONTHDAY=" + monthDay);
        var expected = new TreeSet<>(Set.of(first));
        for (var at = first; at.isBefore(first.plusDays(400)); at = at.plusDays(1)) {
            int months = (at.getYear() - first.getYear()) * 12 + at.getMonthValue() - first.getMonthValue();
            int found = wanted > 0 ? at.getDayOfMonth() : at.getDayOfMonth() - at.lengthOfMonth() - 1;
            if (months % interval == 0 && found == wanted) expected.add(at);
        }
        assertExpands(rule, first, ZONES.get(zone), expected);
    }

    @Property(tries = 200)
    void aPartOfTheRangeShowsTheSameInstancesAsTheWhole(
            @ForAll @IntRange(min = 1, max = 9) int interval,
            @ForAll @IntRange(min = 0, max = 5) int frequency,
            @ForAll @IntRange(min = 0, max = 20_000) int offset) {
        var name = List.of("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
                .get(frequency);
        var series = Events.series(
                Events.hour("2024-02-29T01:30:00", ZONES.get(1)), "FREQ=" + name + ";INTERVAL=" + interval);
        long seconds = frequency < 4 ? 86_400L * 400 : 40_000;
        var start = Instant.parse("2024-02-29T00:00:00Z");
        var whole = Expander.expand(series, new Interval(start, start.plusSeconds(seconds)), ZoneOffset.UTC);
        var from = start.plusSeconds(seconds * offset / 20_001);
        var part = new Interval(from, start.plusSeconds(seconds));
        assertThat(Expander.expand(series, part, ZoneOffset.UTC))
                .isEqualTo(whole.stream().filter(i -> i.period().overlaps(part)).toList());
    }

    private static void assertExpands(String rule, LocalDate first, ZoneId zone, Set<LocalDate> expected) {
        var series = Events.series(Events.hour(first + "T02:15:00", zone), rule);
        var range = new Interval(
                first.minusDays(2).atStartOfDay(zone).toInstant(),
                first.plusDays(400).atStartOfDay(zone).toInstant());
        assertThat(Expander.expand(series, range, zone))
                .extracting(i -> i.period().start())
                .containsExactlyElementsOf(expected.stream()
                        .map(d -> d.atTime(2, 15).atZone(zone).toInstant())
                        .toList());
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
