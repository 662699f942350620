package org.kalends.icalendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Refuses rules that would drown the store, before they are expanded. */
final class RuleBounds {

    /** Instances of one series. */
    static final int MOST_INSTANCES = 3_000;

    private static final int SAMPLE = 1_000;
    private static final Duration SAMPLE_SPAN = Duration.ofDays(30);
    private static final int MOST_LISTED = 10_000;

    private RuleBounds() {}

    /** The local start of the last instance; null when the rule has no end. */
    static @Nullable LocalDateTime lastStart(Rule rule, EventTime start) {
        var zone = start instanceof EventTime.Zoned zoned ? zoned.zone() : ZoneOffset.UTC;
        return rule.endless() ? endless(rule, start, zone) : finite(rule, start, zone);
    }

    private static @Nullable LocalDateTime endless(Rule rule, EventTime start, ZoneId zone) {
        var from = start.local();
        var starts = rule.starts(from, from.plus(SAMPLE_SPAN), zone, SAMPLE);
        if (starts.size() >= SAMPLE) {
            throw new RecurrenceRefused("the first " + SAMPLE + " instances fall within 30 days");
        }
        return null;
    }

    private static LocalDateTime finite(Rule rule, EventTime start, ZoneId zone) {
        var count = rule.count();
        if (count != null && count > MOST_INSTANCES) throw tooMany();
        var until = rule.until(zone);
        var end = until == null ? Rule.farthest().atStartOfDay() : until.plusSeconds(1);
        var starts = rule.starts(start.local(), end, zone, MOST_INSTANCES + 1);
        if (starts.size() > MOST_INSTANCES) throw tooMany();
        return starts.isEmpty() ? start.local() : starts.get(starts.size() - 1);
    }

    /** @throws RecurrenceRefused if more moments are listed one by one than may be */
    static void checkLists(Recurrence recurrence) {
        if (recurrence.added().size() + recurrence.excluded().size() > MOST_LISTED) {
            throw new RecurrenceRefused("more than " + MOST_LISTED + " dates are listed one by one");
        }
    }

    private static RecurrenceRefused tooMany() {
        return new RecurrenceRefused("more than " + MOST_INSTANCES + " instances");
    }
}
