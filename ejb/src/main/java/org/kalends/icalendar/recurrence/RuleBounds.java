package org.kalends.icalendar.recurrence;

import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Recurrence;

/** Refuses rules that would drown the store, before they are expanded. */
final class RuleBounds {

    /** Instances of one series. */
    static final int MOST_INSTANCES = 3_000;

    private static final int SAMPLE = 1_000;
    private static final Duration SAMPLE_SPAN = Duration.ofDays(30);
    private static final int MOST_LISTED = 10_000;

    private RuleBounds() {}

    /**
     * The local start of the last instance; null when the rule has no end.
     *
     * @throws RecurrenceRefused if the rule gives too many instances, or takes too long to say how many
     */
    static @Nullable LocalDateTime last(Rule rule, EventTime start) {
        var count = rule.count();
        if (count != null && count > MOST_INSTANCES) throw tooMany();
        var budget = new Budget();
        var hits = new RuleIterator(rule, start, budget);
        if (rule.endless()) hits.stopAfter(start.local().plus(SAMPLE_SPAN));
        var last = start.local();
        int seen = 0;
        for (var hit = hits.next(); hit != null; hit = hits.next()) {
            if (rule.endless() && hit.isAfter(start.local().plus(SAMPLE_SPAN))) return null;
            if (rule.endless() && ++seen == SAMPLE) {
                throw new RecurrenceRefused("the first " + SAMPLE + " instances fall within 30 days");
            }
            if (!rule.endless() && ++seen > MOST_INSTANCES) throw tooMany();
            last = hit;
        }
        if (budget.exhausted()) throw new RecurrenceRefused("takes too long to expand");
        return rule.endless() ? null : last;
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
