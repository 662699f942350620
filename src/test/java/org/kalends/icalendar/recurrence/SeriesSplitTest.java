package org.kalends.icalendar.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Events;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.codec.SplitText;
import org.kalends.time.Interval;

class SeriesSplitTest {

    private static final Interval RANGE =
            new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"));
    private static final Uid NEW = new Uid("later@kalends.test");

    private static List<Instant> starts(EventSeries series) {
        return Expander.expand(series, RANGE, ZoneOffset.UTC).stream()
                .map(i -> i.period().start())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=12",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270401T000000Z",
                "FREQ=DAILY;COUNT=40",
                "FREQ=MONTHLY;BYDAY=1TU",
                "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=9"
            })
    void bothPartsTogetherAreTheSeries(String rule) {
        var series = Events.series(Events.hour("2026-12-01T10:00:00", Events.MOSCOW), rule);
        var all = starts(series);
        for (int i = 1; i < Math.min(all.size(), 9); i++) {
            var at = Instances.find(series, all.get(i)).orElseThrow();
            var split = SeriesSplit.of(series, at.recurrenceId(), NEW);
            var joined = new ArrayList<>(starts(split.past()));
            assertThat(joined).hasSize(i);
            joined.addAll(starts(split.future()));
            assertThat(joined).isEqualTo(all);
        }
    }

    @Test
    void overridesAndExclusionsGoWithTheirInstances() {
        var series = Events.series(Events.hour("2026-12-01T10:00:00", Events.MOSCOW), "FREQ=DAILY;COUNT=6");
        var second = Instances.override(
                Instances.find(series, Instant.parse("2026-12-02T07:00:00Z")).orElseThrow());
        var fifth = Instances.override(
                Instances.find(series, Instant.parse("2026-12-05T07:00:00Z")).orElseThrow());
        var changed = Instances.with(Instances.with(series, second), fifth);
        var left = Instances.exclude(changed, EventTime.utc(Instant.parse("2026-12-06T07:00:00Z")))
                .orElseThrow();
        var cut = new EventTime.Zoned(LocalDateTime.parse("2026-12-04T10:00:00"), Events.MOSCOW);
        var split = SeriesSplit.of(left, cut, NEW);
        assertThat(split.past().overrides()).containsExactly(second);
        assertThat(split.past().lead().recurrence().rules()).containsExactly("FREQ=DAILY;UNTIL=20261204T065959Z");
        assertThat(split.future().overrides()).containsExactly(fifth);
        assertThat(split.future().uid()).isEqualTo(NEW);
        assertThat(split.future().lead().recurrence().rules()).containsExactly("FREQ=DAILY;COUNT=3");
        assertThat(starts(split.future()))
                .containsExactly(Instant.parse("2026-12-04T07:00:00Z"), Instant.parse("2026-12-05T07:00:00Z"));
    }

    @Test
    void theNewPartKeepsWhatWeDoNotKnowAndNamesWhereItCameFrom() {
        var stored = Events.text("DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=DAILY;COUNT=5", "X-FOREIGN:kept");
        var series = ICalendar.parse(stored);
        var at = Instances.find(series, Instant.parse("2026-12-03T00:00:00Z")).orElseThrow();
        var split = SeriesSplit.of(series, at.recurrenceId(), NEW);
        assertThat(split.past().lead().recurrence().rules()).containsExactly("FREQ=DAILY;UNTIL=20261202");
        var text = SplitText.future(
                stored,
                split.from(),
                split.future(),
                InstanceShift.none(split.future().lead()));
        assertThat(text).contains("X-FOREIGN:kept\r\n", "RELATED-TO;RELTYPE=X-KALENDS-SPLIT-FROM:1\r\n");
        assertThat(ICalendar.parse(text)).isEqualTo(split.future());
    }

    @Test
    void cannotBeCutAtItsFirstInstance() {
        var series = Events.series(Events.days("2026-12-01", 1), "FREQ=DAILY");
        var first = new EventTime.Day(LocalDate.parse("2026-12-01"));
        assertThatThrownBy(() -> SeriesSplit.of(series, first, NEW)).isInstanceOf(IllegalArgumentException.class);
    }
}
