package org.kalends.icalendar.recurrence;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.Recurrence;

/**
 * Where the instances of a series are after its master moved: at the same local distance from DTSTART. In months and
 * years, where days do not follow one another evenly, an instance that is missed so is the nearest one.
 *
 * @param before the master as it was
 * @param after the master as it is, its rules moved already
 */
public record InstanceShift(EventComponent before, EventComponent after) {

    private static final int HALF_A_MONTH = 14;

    /** Nothing moved. */
    public static InstanceShift none(EventComponent master) {
        return new InstanceShift(master, master);
    }

    public boolean moves() {
        return !start(before).equals(start(after));
    }

    /** The RECURRENCE-ID that the instance has now, in the form of the new DTSTART. */
    public EventTime of(EventTime id) {
        var from = start(before);
        var to = start(after);
        if (!moves()) return InstanceKey.form(id, from);
        var moved = plain(id, from, to);
        if (!uneven()) return moved;
        return nearest(moved).orElse(moved);
    }

    /** The same local distance from DTSTART. */
    static EventTime plain(EventTime id, EventTime from, EventTime to) {
        var local = InstanceKey.form(id, from).local();
        LocalDateTime moved = to.allDay() || from.allDay()
                ? to.local()
                        .plusDays(
                                Duration.between(day(from.local()), day(local)).toDays())
                : to.local().plus(Duration.between(from.local(), local));
        return InstanceKey.at(moved, to);
    }

    private boolean uneven() {
        var rules = after.recurrence().rules();
        return rules.size() == before.recurrence().rules().size()
                && Stream.concat(rules.stream(), before.recurrence().rules().stream())
                        .map(RuleParser::parse)
                        .allMatch(rule -> rule.frequency().compareTo(Rule.Frequency.MONTHLY) <= 0);
    }

    private Optional<EventTime> nearest(EventTime moved) {
        var bare = after.withRecurrence(after.recurrence().withExcluded(List.of()));
        var near = moved.local();
        var to = near.plusDays(HALF_A_MONTH);
        var occurrences = Occurrences.of(bare).within(near.minusDays(HALF_A_MONTH), to);
        return Stream.iterate(occurrences.next(), next -> next != null, next -> occurrences.next())
                .takeWhile(next -> !next.local().isAfter(to))
                .filter(next -> !next.local().isBefore(near.minusDays(HALF_A_MONTH)))
                .min(Comparator.comparing(
                        next -> Duration.between(near, next.local()).abs()));
    }

    private static EventTime start(EventComponent master) {
        return master.timing().start();
    }

    private static LocalDateTime day(LocalDateTime time) {
        return time.toLocalDate().atStartOfDay();
    }

    /** Whether the moment is one of the series, excluded or not. */
    static boolean hits(EventComponent master, EventTime id) {
        Recurrence all = master.recurrence().withExcluded(List.of());
        return Instances.occurrence(master.withRecurrence(all), id.instant(ZoneOffset.UTC))
                .isPresent();
    }
}
