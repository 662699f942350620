package org.kalends.icalendar.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.time.Interval;

class BoundedExpansionTest {

    private static final Interval ALWAYS =
            new Interval(Instant.parse("1990-01-01T00:00:00Z"), Instant.parse("2035-01-01T00:00:00Z"));

    private static EventSeries series(String... lines) {
        return ICalendar.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\nBEGIN:VEVENT\r\nUID:u\r\n"
                + "DTSTAMP:20260101T000000Z\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    private static List<String> starts(EventSeries series) {
        return Expander.expand(series, ALWAYS, ZoneOffset.UTC).stream()
                .map(i -> i.period().start().toString())
                .toList();
    }

    @Test
    void tenOClockStaysTenOClockOverTheChangeToSummerTime() {
        var weekly = series("DTSTART;TZID=Europe/Berlin:20260324T100000", "RRULE:FREQ=WEEKLY;COUNT=2");
        assertThat(starts(weekly)).containsExactly("2026-03-24T09:00:00Z", "2026-03-31T08:00:00Z");
    }

    @Test
    void theStartCountsAsTheFirstInstanceEvenIfTheRuleDoesNotHitIt() {
        var tuesdays = series("DTSTART:20260105T100000Z", "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3");
        assertThat(starts(tuesdays))
                .containsExactly("2026-01-05T10:00:00Z", "2026-01-06T10:00:00Z", "2026-01-13T10:00:00Z");
    }

    @Test
    void untilAsADateIncludesThatDay() {
        var daily = series("DTSTART;TZID=Europe/Moscow:20260101T100000", "RRULE:FREQ=DAILY;UNTIL=20260103");
        assertThat(starts(daily)).hasSize(3);
    }

    @Test
    void leapDaysAreFoundFourYearsApart() {
        var leap = series("DTSTART:20240229T100000Z", "RRULE:FREQ=YEARLY;COUNT=3");
        assertThat(starts(leap))
                .containsExactly("2024-02-29T10:00:00Z", "2028-02-29T10:00:00Z", "2032-02-29T10:00:00Z");
        var daily = series("DTSTART:20240229T100000Z", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=3");
        assertThat(starts(daily)).isEqualTo(starts(leap));
    }

    @Test
    void excludedInstancesAreGoneAndAddedOnesAreThere() {
        var daily = series(
                "DTSTART:20260101T100000Z",
                "RRULE:FREQ=DAILY;COUNT=3",
                "EXDATE:20260102T100000Z",
                "RDATE:20260110T100000Z");
        assertThat(starts(daily))
                .containsExactly("2026-01-01T10:00:00Z", "2026-01-03T10:00:00Z", "2026-01-10T10:00:00Z");
    }

    @Test
    void aRuleThatNeverMatchesHasOneInstanceAndEndsSoon() {
        var before = System.nanoTime();
        var never = series("DTSTART:20260101T100000Z", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30");
        assertThat(starts(never)).containsExactly("2026-01-01T10:00:00Z");
        assertThat(SeriesSpan.of(never).end()).isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void refusesSeriesTooDenseOrTooLong() {
        assertThatThrownBy(() -> SeriesSpan.of(series("DTSTART:20260101T100000Z", "RRULE:FREQ=SECONDLY")))
                .isInstanceOf(RecurrenceRefused.class);
        assertThatThrownBy(() -> SeriesSpan.of(series("DTSTART:20260101T100000Z", "RRULE:FREQ=DAILY;COUNT=1000000000")))
                .isInstanceOf(RecurrenceRefused.class);
        assertThatThrownBy(() ->
                        SeriesSpan.of(series("DTSTART:20260101T100000Z", "RRULE:FREQ=MINUTELY;UNTIL=20300101T000000Z")))
                .isInstanceOf(RecurrenceRefused.class);
    }
}
