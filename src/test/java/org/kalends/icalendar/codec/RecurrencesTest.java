package org.kalends.icalendar.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Events;
import org.kalends.icalendar.recurrence.RecurrenceRefused;
import org.kalends.icalendar.recurrence.Rules;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

class RecurrencesTest {

    private static final EventTime TEN =
            Events.hour("2026-12-01T10:00:00", Events.MOSCOW).start();

    @Test
    void readsTheLinesItWrites() {
        var lines = List.of(
                "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=8",
                "RDATE;TZID=Europe/Moscow:20261203T100000",
                "EXDATE;TZID=Europe/Moscow:20261208T100000");
        assertThat(Recurrences.lines(Recurrences.validate(lines, TEN))).isEqualTo(lines);
    }

    @Test
    void previewsTheFirstInstances() {
        var first = new EventTime.Day(LocalDate.parse("2026-01-31"));
        var monthly = Recurrences.validate(List.of("RRULE:FREQ=MONTHLY", "EXDATE;VALUE=DATE:20260331"), first);
        assertThat(Rules.first(first, monthly, 3))
                .extracting(t -> t.local().toLocalDate().toString())
                .containsExactly("2026-01-31", "2026-05-31", "2026-07-31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FREQ=DAILY",
                "EXRULE:FREQ=DAILY",
                "RRULE:FREQ=NEVER",
                "RRULE:FREQ=DAILY;COUNT=0",
                "RRULE:FREQ=DAILY;COUNT=2;UNTIL=20270101",
                "RRULE:FREQ=DAILY;INTERVAL=99999999999999999999",
                "RRULE:FREQ=WEEKLY;BYDAY=2MO",
                "RRULE:FREQ=DAILY\r\nATTENDEE:mailto:evil@x.test",
                "RDATE;VALUE=DATE:20261203",
                "RDATE;TZID=Nowhere/Else:20261203T100000",
                "EXDATE:yesterday",
                "RDATE;VALUE=PERIOD:20261203T100000Z/PT1H"
            })
    void namesTheLineThatIsWrong(String line) {
        var refusal = catchThrowableOfType(
                CalendarException.class, () -> Recurrences.validate(List.of("RRULE:FREQ=DAILY", line), TEN));
        assertThat(refusal.problem()).isEqualTo(Problem.VALIDATION);
        assertThat(refusal.errors()).extracting(e -> e.field()).containsExactly("recurrence[1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;COUNT=1000000000",
                "FREQ=MINUTELY;UNTIL=20300101",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3,4,5,6,7,8;COUNT=3001",
                "FREQ=HOURLY;BYMINUTE=0,20,40"
            })
    void refusesWhatWouldDrownTheStore(String rule) {
        var refusal = catchThrowableOfType(
                RecurrenceRefused.class, () -> Recurrences.validate(List.of("RRULE:" + rule), TEN));
        assertThat(refusal.errors()).extracting(e -> e.field()).containsExactly("recurrence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1",
                "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=HOURLY;INTERVAL=24;BYHOUR=9",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
                "FREQ=DAILY;BYSECOND=60",
                "FREQ=YEARLY;INTERVAL=2147483647"
            })
    void aRuleThatNeverMatchesGivesTheStartAlone(String rule) {
        var recurrence = Recurrences.validate(List.of("RRULE:" + rule), TEN);
        assertThat(Rules.first(TEN, recurrence, 50)).containsExactly(TEN);
    }
}
