package org.kalends.icalendar.recurrence;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventTime;

/**
 * An RRULE taken apart. BYxxx lists are sorted and empty when absent.
 *
 * @param count null when not limited by number
 * @param until null when not limited by date; of the type it was written in
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10">RFC 5545, 3.3.10</a>
 */
record Rule(
        Frequency frequency,
        int interval,
        @Nullable Integer count,
        @Nullable EventTime until,
        ByDate days,
        ByTime times,
        List<Integer> setPositions,
        DayOfWeek weekStart,
        Skip skip) {

    boolean endless() {
        return count == null && until == null;
    }

    /** FREQ, longest first. */
    enum Frequency {
        YEARLY,
        MONTHLY,
        WEEKLY,
        DAILY,
        HOURLY,
        MINUTELY,
        SECONDLY;

        boolean subDaily() {
            return compareTo(DAILY) > 0;
        }
    }

    /** SKIP of RFC 7529, 4.1: what becomes of a day that the month lacks. */
    enum Skip {
        OMIT,
        BACKWARD,
        FORWARD
    }

    /** BYDAY's element; the ordinal is 0 when absent. */
    record Weekday(int ordinal, DayOfWeek day) {}

    /** The parts that choose days. */
    record ByDate(
            List<Integer> months,
            List<Integer> weeks,
            List<Integer> yearDays,
            List<Integer> monthDays,
            List<Weekday> weekdays) {

        boolean choosesDays() {
            return !weeks.isEmpty() || !yearDays.isEmpty() || !monthDays.isEmpty() || !weekdays.isEmpty();
        }
    }

    /** The parts that choose times within a day. */
    record ByTime(List<Integer> hours, List<Integer> minutes, List<Integer> seconds) {

        boolean empty() {
            return hours.isEmpty() && minutes.isEmpty() && seconds.isEmpty();
        }
    }
}
