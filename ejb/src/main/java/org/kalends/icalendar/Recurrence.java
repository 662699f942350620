package org.kalends.icalendar;

import java.util.List;

/**
 * What makes a series: the rules as RFC 5545 RECUR text without the property name, added and excluded moments.
 *
 * @param rules e.g. {@code FREQ=WEEKLY;BYDAY=TU;COUNT=8}; one as a rule, more are legal
 */
public record Recurrence(List<String> rules, List<EventTime> added, List<EventTime> excluded) {

    public static final Recurrence NONE = new Recurrence(List.of(), List.of(), List.of());

    public Recurrence {
        rules = List.copyOf(rules);
        added = List.copyOf(added);
        excluded = List.copyOf(excluded);
    }

    public boolean repeats() {
        return !rules.isEmpty() || !added.isEmpty();
    }

    public Recurrence withRules(List<String> changed) {
        return new Recurrence(changed, added, excluded);
    }

    public Recurrence withAdded(List<EventTime> changed) {
        return new Recurrence(rules, changed, excluded);
    }

    public Recurrence withExcluded(List<EventTime> changed) {
        return new Recurrence(rules, added, changed);
    }
}
