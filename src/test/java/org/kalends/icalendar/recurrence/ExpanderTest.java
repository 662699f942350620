package org.kalends.icalendar.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Events;
import org.kalends.time.Interval;

class ExpanderTest {

    private static final Interval WINTER = range("2026-12-01", "2027-03-01");

    private static Interval range(String from, String to) {
        return new Interval(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
    }

    private static List<String> starts(EventSeries series, Interval range) {
        return Expander.expand(series, range, Events.MOSCOW).stream()
                .map(i -> i.period().start().toString())
                .toList();
    }

    @Test
    void countsDtstartAsTheFirstInstanceEvenIfTheRuleMissesIt() {
        var series = Events.series(Events.hour("2026-12-02T10:00:00", Events.MOSCOW), "FREQ=WEEKLY;BYDAY=TU;COUNT=3");
        assertThat(starts(series, WINTER))
                .containsExactly("2026-12-02T07:00:00Z", "2026-12-08T07:00:00Z", "2026-12-15T07:00:00Z");
    }

    @Test
    void keepsLocalTimeOverTheChangeToSummerTime() {
        var zone = ZoneId.of("America/New_York");
        var series = Events.series(Events.hour("2027-03-12T09:00:00", zone), "FREQ=DAILY;COUNT=3");
        assertThat(starts(series, range("2027-03-01", "2027-04-01")))
                .containsExactly("2027-03-12T14:00:00Z", "2027-03-13T14:00:00Z", "2027-03-14T13:00:00Z");
    }

    @Test
    void findsOverridesWhereTheyWereMovedTo() {
        var series = Events.series(Events.hour("2026-12-01T10:00:00", Events.MOSCOW), "FREQ=DAILY;COUNT=5");
        var moved = Events.component(Events.hour("2027-02-01T10:00:00", Events.MOSCOW))
                .withRecurrenceId(EventTime.utc(Instant.parse("2026-12-02T07:00:00Z")));
        var changed = series.withOverrides(List.of(moved));
        assertThat(starts(changed, range("2026-12-02", "2026-12-03"))).isEmpty();
        var found = Expander.expand(changed, range("2027-02-01", "2027-02-02"), ZoneOffset.UTC);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).recurrenceId())
                .isEqualTo(new EventTime.Zoned(LocalDateTime.parse("2026-12-02T10:00:00"), Events.MOSCOW));
        assertThat(found.get(0).overridden()).isTrue();
    }

    @Test
    void readsDaysInTheZoneAskedFor() {
        assertThat(starts(Events.series(Events.days("2026-12-02", 2), "FREQ=MONTHLY;COUNT=2"), WINTER))
                .containsExactly("2026-12-01T21:00:00Z", "2027-01-01T21:00:00Z");
    }
}
