package org.kalends.icalendar.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.EventTime;

/** Why recurrence is ours: what ical4j 4.4.0 makes of some rules. A test that fails after a new version may go. */
class Ical4jRecurDefectsTest {

    private static final LocalDateTime START = LocalDateTime.parse("2024-01-31T10:00:00");

    @Test
    void losesHourlyInstancesOfAMonthThatIsNotTheNext() {
        var rule = "FREQ=HOURLY;BYMONTH=10;BYDAY=SU";
        assertThat(theirs(rule, 300)).isEmpty();
        assertThat(ours(rule, 300)).hasSize(1 + 4 * 24); // DTSTART, and the Sundays of October
    }

    @Test
    void givesAnHourAsOftenAsItsMonthHasDays() {
        var rule = "FREQ=HOURLY;BYMONTH=2;BYDAY=SU";
        var theirs = theirs(rule, 60);
        assertThat(Set.copyOf(theirs)).hasSizeLessThan(theirs.size());
        assertThat(ours(rule, 60)).doesNotHaveDuplicates();
    }

    @Test
    void looksAtOneMonthOnlyForDaysOfTheMonthInAYear() {
        var rule = "FREQ=YEARLY;INTERVAL=3;BYMONTHDAY=-1";
        assertThat(theirs(rule, 366)).hasSize(1);
        assertThat(ours(rule, 366)).hasSize(12);
    }

    @Test
    void listsEverySecondOfADayBeforeAnybodyCanSayStop() {
        assertThat(theirs("FREQ=SECONDLY", 1)).hasSizeGreaterThanOrEqualTo(86_400);
        assertThat(ours("FREQ=SECONDLY", 1)).hasSize(1_000);
    }

    private static List<LocalDateTime> theirs(String rule, int days) {
        return new Recur<LocalDateTime>(rule).getDates(START, START, START.plusDays(days));
    }

    private static List<LocalDateTime> ours(String rule, int days) {
        return Rules.between(rule, new EventTime.Floating(START), START, START.plusDays(days), 1_000);
    }
}
