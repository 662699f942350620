package org.kalends.icalendar.recurrence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Recurrence;

/** What others ask of RRULEs, which they hold as text. */
public final class Rules {

    private Rules() {}

    /** @throws InvalidCalendarData if the text is no rule; the message names the part at fault */
    public static void check(String rule) {
        RuleParser.parse(rule);
    }

    /** Whether the rule speaks of hours, minutes or seconds, which a whole day has not. */
    public static boolean withinDay(String rule) {
        var parsed = RuleParser.parse(rule);
        return parsed.frequency().subDaily() || !parsed.times().empty();
    }

    /** @throws RecurrenceRefused if there would be more instances than are kept */
    public static void checkBounds(Recurrence recurrence, EventTime start) {
        RuleBounds.checkLists(recurrence);
        recurrence.rules().forEach(rule -> RuleBounds.last(RuleParser.parse(rule), start));
    }

    /** The first starts of a series, at most {@code limit}. */
    public static List<EventTime> first(EventTime start, Recurrence recurrence, int limit) {
        return first(start, recurrence, LocalDateTime.MAX, limit);
    }

    /** The starts of a series up to a local time, at most {@code limit}. */
    public static List<EventTime> first(EventTime start, Recurrence recurrence, LocalDateTime last, int limit) {
        var occurrences = new Occurrences(start, recurrence, new Budget());
        var found = new ArrayList<EventTime>();
        while (found.size() < limit) {
            var next = occurrences.next();
            if (next == null || next.local().isAfter(last)) break;
            found.add(next);
        }
        return found;
    }

    /** The local times of one rule from about {@code from} until before {@code to}, at most {@code limit}. */
    public static List<LocalDateTime> between(
            String rule, EventTime start, LocalDateTime from, LocalDateTime to, int limit) {
        var hits = new RuleIterator(RuleParser.parse(rule), start, new Budget());
        hits.skipTo(from);
        hits.stopAfter(to);
        var found = new ArrayList<LocalDateTime>();
        for (var hit = hits.next(); found.size() < limit && hit != null && hit.isBefore(to); hit = hits.next()) {
            found.add(hit);
        }
        return found;
    }
}
