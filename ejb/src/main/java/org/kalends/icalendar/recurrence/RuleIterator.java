package org.kalends.icalendar.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventTime;

/**
 * The local start times that one rule gives, in order. The first is always DTSTART, and COUNT includes it
 * (RFC 5545, 3.8.5.3). Work is taken from a budget; when that is used up, the rule ends there.
 */
final class RuleIterator {

    private static final LocalDateTime LAST = LocalDateTime.of(2200, 1, 1, 0, 0); // CALDAV:max-date-time

    private final Rule rule;
    private final EventTime start;
    private final Periods periods;
    private final Budget budget;
    private final boolean barren;
    private long period;
    private List<LocalDate> days = List.of();
    private TimeSet times = new TimeSet(List.of(), List.of(), List.of());
    private SetPositions picks = SetPositions.NONE;
    private int at;
    private int given;
    private @Nullable LocalDateTime last;
    private LocalDateTime stop = LAST;

    RuleIterator(Rule rule, EventTime start, Budget budget) {
        this.rule = rule;
        this.start = start;
        this.periods = new Periods(rule, start.local());
        this.budget = budget;
        this.barren = start.allDay() && rule.frequency().subDaily() || !periods.reachable();
    }

    /** Leaves out what lies before the moment, where counting does not need it. */
    void skipTo(LocalDateTime moment) {
        if (rule.count() != null || !moment.isAfter(start.local())) return;
        given = 1;
        last = start.local();
        period = Math.max(0, periods.numberAt(moment.isBefore(LAST) ? moment : LAST) - 1);
    }

    /** Ends the search there, so that a rule without further matches is not followed for centuries. */
    void stopAfter(LocalDateTime moment) {
        if (moment.isBefore(stop)) stop = moment;
    }

    /** Null at the end. */
    @Nullable
    LocalDateTime next() {
        if (given == 0) {
            given = 1;
            return last = start.local();
        }
        if (barren || rule.count() != null && given >= rule.count()) return null;
        var found = candidate();
        if (found == null || beyondUntil(found)) return null;
        given++;
        return last = found;
    }

    private @Nullable LocalDateTime candidate() {
        while (true) {
            while (at < picks.count()) {
                if (!budget.step()) return null;
                int pick = picks.get(at++);
                var found = days.get(pick / times.size()).atTime(times.get(pick % times.size()));
                if (last == null || found.isAfter(last)) return found;
            }
            if (!nextPeriod()) return null;
        }
    }

    private boolean nextPeriod() {
        var begin = periods.start(period);
        if (begin.isAfter(stop) || !budget.step()) return false;
        days = periods.days(begin);
        times = start.allDay() ? new TimeSet(List.of(0), List.of(0), List.of(0)) : periods.times(begin);
        picks = SetPositions.of(rule.setPositions(), days.size() * times.size());
        at = 0;
        period = picks.count() > 0 ? period + 1 : periods.after(period, begin);
        return true;
    }

    /** UNTIL is inclusive; one of another type than DTSTART is read by the nearest sense. */
    private boolean beyondUntil(LocalDateTime found) {
        var until = rule.until();
        if (until == null) return false;
        return until.match(
                day -> found.toLocalDate().isAfter(day.date()),
                utc -> start instanceof EventTime.Zoned zoned
                        ? found.atZone(zoned.zone()).toInstant().isAfter(utc.instant(ZoneOffset.UTC))
                        : beyond(found, utc.local()),
                local -> beyond(found, local.local()));
    }

    private boolean beyond(LocalDateTime found, LocalDateTime until) {
        return start.allDay() ? found.toLocalDate().isAfter(until.toLocalDate()) : found.isAfter(until);
    }
}
