package org.kalends.icalendar.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Events;
import org.kalends.icalendar.Recurrence;
import org.kalends.time.Interval;

class SeriesMoveTest {

    private static final Interval RANGE =
            new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"));

    private static final EventSeries WEEKLY = Events.series(
            Events.hour("2026-12-01T10:00:00", Events.MOSCOW), "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T070000Z");

    private static List<String> starts(EventSeries series) {
        return Expander.expand(series, RANGE, ZoneOffset.UTC).stream()
                .map(i -> i.period().start().toString())
                .toList();
    }

    private static SeriesMove moved(EventSeries series, String local) {
        var master = series.lead();
        return SeriesMove.of(series, master.withTiming(Events.hour(local, Events.MOSCOW)));
    }

    @Test
    void aSeriesMovedByADayAndAnHourKeepsItsLengthAndItsWeekday() {
        assertThat(starts(moved(WEEKLY, "2026-12-02T11:00:00").series()))
                .containsExactly("2026-12-02T08:00:00Z", "2026-12-09T08:00:00Z", "2026-12-16T08:00:00Z");
    }

    @Test
    void overridesAndExclusionsMoveAlong() {
        var instance =
                Instances.find(WEEKLY, Instant.parse("2026-12-08T07:00:00Z")).orElseThrow();
        var renamed = Instances.override(instance).withDetails(new Details("Other", "", "", null));
        var series = Instances.exclude(
                        Instances.with(WEEKLY, renamed), EventTime.utc(Instant.parse("2026-12-15T07:00:00Z")))
                .orElseThrow();
        var move = moved(series, "2026-12-01T12:00:00");
        assertThat(move.lost()).isEmpty();
        assertThat(starts(move.series())).containsExactly("2026-12-01T09:00:00Z", "2026-12-08T09:00:00Z");
        assertThat(move.series().overrides()).hasSize(1);
    }

    @Test
    void namesOverridesWhoseInstanceIsNoMore() {
        var instance =
                Instances.find(WEEKLY, Instant.parse("2026-12-08T07:00:00Z")).orElseThrow();
        var series = Instances.with(WEEKLY, Instances.override(instance));
        var master = series.lead().withRecurrence(Recurrence.NONE.withRules(List.of("FREQ=WEEKLY;INTERVAL=2")));
        var move = SeriesMove.of(series, master);
        assertThat(move.lost()).containsExactly(instance.recurrenceId());
        assertThat(move.series().overrides()).isEmpty();
    }
}
