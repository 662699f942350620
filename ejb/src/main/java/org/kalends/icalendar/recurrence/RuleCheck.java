package org.kalends.icalendar.recurrence;

import java.util.List;
import org.kalends.icalendar.InvalidCalendarData;

/** Combinations of parts that RFC 5545 forbids because they have no meaning. */
record RuleCheck(Rule rule) {

    void check() {
        var days = rule.days();
        var frequency = rule.frequency();
        boolean ordinals = days.weekdays().stream().anyMatch(w -> w.ordinal() != 0);
        refuseIf(
                ordinals && frequency.compareTo(Rule.Frequency.MONTHLY) > 0,
                "BYDAY may count in months and years only");
        refuseIf(ordinals && !days.weeks().isEmpty(), "BYDAY must not count beside BYWEEKNO");
        refuseIf(!days.weeks().isEmpty() && frequency != Rule.Frequency.YEARLY, "BYWEEKNO needs FREQ=YEARLY");
        refuseIf(
                !days.yearDays().isEmpty()
                        && List.of("MONTHLY", "WEEKLY", "DAILY").contains(frequency.name()),
                "BYYEARDAY must not stand beside FREQ=" + frequency);
        refuseIf(
                !days.monthDays().isEmpty() && frequency == Rule.Frequency.WEEKLY,
                "BYMONTHDAY must not stand beside FREQ=WEEKLY");
        boolean others =
                days.choosesDays() || !days.months().isEmpty() || !rule.times().empty();
        refuseIf(!rule.setPositions().isEmpty() && !others, "BYSETPOS needs another BY part");
    }

    private static void refuseIf(boolean wrong, String message) {
        if (wrong) throw new InvalidCalendarData("RRULE: " + message);
    }
}
