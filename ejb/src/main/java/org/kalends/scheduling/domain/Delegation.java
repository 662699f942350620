package org.kalends.scheduling.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.CalendarAddress;

/**
 * An attendee who sends somebody in his place: both lines name each other.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-3.2.2.3">RFC 5546, 3.2.2.3</a>
 */
final class Delegation {

    private Delegation() {}

    /** The lines of those to whom he delegated. */
    static List<Attendee> of(EventComponent component, Attendee delegator) {
        if (delegator.status() != ParticipationStatus.DELEGATED) return List.of();
        return component.attendees().stream()
                .filter(line -> delegator.schedule().delegatedTo().contains(line.address()))
                .filter(line -> line.schedule().delegatedFrom().contains(delegator.address()))
                .toList();
    }

    /** Whom one of these addresses delegates to now and did not before. */
    static Set<CalendarAddress> added(EventSeries before, EventSeries after, Set<CalendarAddress> self) {
        var now = new HashSet<>(all(after, self));
        now.removeAll(all(before, self));
        return now;
    }

    private static Set<CalendarAddress> all(EventSeries series, Set<CalendarAddress> self) {
        return series.stream()
                .flatMap(component -> component.attendees().stream()
                        .filter(line -> self.contains(line.address()))
                        .flatMap(me -> of(component, me).stream()))
                .map(Attendee::address)
                .collect(Collectors.toSet());
    }

    /** The component with the lines of delegates that an answer of somebody who is listed brings. */
    static EventComponent joined(EventComponent component, EventComponent answer) {
        var lines = new ArrayList<>(component.attendees());
        for (var delegator : answer.attendees()) {
            if (!Views.lists(component, Set.of(delegator.address()))) continue;
            of(answer, delegator).stream()
                    .filter(line -> !Views.lists(component, Set.of(line.address())))
                    .forEach(lines::add);
        }
        return component.withAttendees(lines);
    }

    /** Whether he may: not to the organizer, not to who is invited already, not back to who delegated to him. */
    static boolean allowed(EventComponent old, EventComponent now, Set<CalendarAddress> self) {
        var organizer = now.organizer();
        return now.attendees().stream()
                .filter(line -> self.contains(line.address()))
                .flatMap(me ->
                        me.schedule().delegatedTo().stream().filter(to -> !delegatedBefore(old, me.address(), to)))
                .noneMatch(to -> self.contains(to)
                        || organizer != null && organizer.address().equals(to)
                        || Views.lists(old, Set.of(to)));
    }

    private static boolean delegatedBefore(EventComponent old, CalendarAddress me, CalendarAddress to) {
        return old.attendees().stream()
                .filter(line -> line.address().equals(me))
                .anyMatch(line -> line.schedule().delegatedTo().contains(to));
    }
}
