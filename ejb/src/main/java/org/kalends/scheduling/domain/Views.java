package org.kalends.scheduling.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.ScheduleParameters.Agent;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.identity.CalendarAddress;

/** What one person is to see of an event: the components that list him, less what is the organizer's alone. */
public final class Views {

    private static final Revision NONE = new Revision(0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    private Views() {}

    /** Everybody listed in any component, the organizer left out. */
    public static Set<CalendarAddress> invited(@Nullable EventSeries series) {
        var invited = new LinkedHashSet<CalendarAddress>();
        if (series == null) return invited;
        for (var component : series.components()) {
            var organizer = component.organizer();
            component.attendees().stream()
                    .map(Attendee::address)
                    .filter(address -> organizer == null || !address.equals(organizer.address()))
                    .forEach(invited::add);
        }
        return invited;
    }

    /** Those of them whom the server tells; the others are told by a program of the organizer, or by nobody (R10). */
    static Set<CalendarAddress> served(@Nullable EventSeries series) {
        var served = invited(series);
        if (series == null) return served;
        served.retainAll(addresses(series, a -> a.schedule().agent() == Agent.SERVER));
        return served;
    }

    /** Who the organizer asks to be told, come what may. */
    static Set<CalendarAddress> forced(EventSeries series) {
        return addresses(series, a -> a.schedule().force() == Method.REQUEST);
    }

    private static Set<CalendarAddress> addresses(EventSeries series, Predicate<Attendee> which) {
        return series.stream()
                .flatMap(c -> c.attendees().stream())
                .filter(which)
                .map(Attendee::address)
                .collect(Collectors.toSet());
    }

    static Set<CalendarAddress> listed(EventComponent component) {
        return component.attendees().stream().map(Attendee::address).collect(Collectors.toSet());
    }

    /**
     * Empty when nothing lists him. Alarms and what others said with their answers are not his to see, nor instances of
     * a series that others have without him: those are excluded.
     */
    public static Optional<EventSeries> of(@Nullable EventSeries series, Set<CalendarAddress> reader) {
        if (series == null) return Optional.empty();
        var whole = series.master();
        var seen = whole != null && lists(whole, reader) ? stripped(whole, reader) : null;
        var overrides = series.overrides().stream()
                .filter(override -> lists(override, reader))
                .map(override -> stripped(override, reader))
                .toList();
        if (seen == null) {
            return overrides.isEmpty() ? Optional.empty() : Optional.of(new EventSeries(series.uid(), null, overrides));
        }
        var without = new ArrayList<>(seen.recurrence().excluded());
        series.overrides().stream()
                .filter(override -> !lists(override, reader))
                .forEach(override -> without.add(Expander.recurrenceId(series, override)));
        var master = seen.withRecurrence(seen.recurrence().withExcluded(without));
        return Optional.of(new EventSeries(series.uid(), master, overrides));
    }

    static boolean lists(EventComponent component, Set<CalendarAddress> reader) {
        return component.attendees().stream().anyMatch(attendee -> reader.contains(attendee.address()));
    }

    private static EventComponent stripped(EventComponent component, Set<CalendarAddress> reader) {
        return component
                .withAlarms(List.of())
                .withOrganizer(told(component.organizer()))
                .eachAttendee(one -> reader.contains(one.address()) ? one.toldHimself() : one.told());
    }

    private static @Nullable Organizer told(@Nullable Organizer organizer) {
        return organizer == null
                ? null
                : organizer.withSchedule(organizer.schedule().told());
    }

    /** Whether the two states differ in anything that a message is sent for: stamps and answers are not. */
    static boolean sameForReader(@Nullable EventSeries before, @Nullable EventSeries after) {
        return before != null && after != null && essence(before).equals(essence(after));
    }

    private static EventSeries essence(EventSeries series) {
        var master = series.master();
        return new EventSeries(
                series.uid(),
                master == null ? null : essence(master),
                series.overrides().stream().map(Views::essence).toList());
    }

    private static EventComponent essence(EventComponent component) {
        var excluded = component.recurrence().excluded().stream()
                .sorted(Comparator.comparing((EventTime t) -> t.instant(ZoneOffset.UTC)))
                .distinct()
                .toList();
        return component
                .withRecurrence(component.recurrence().withExcluded(excluded))
                .withRevision(NONE)
                .withLabels(Labels.PLAIN.withStatus(component.labels().status()))
                .withAlarms(List.of())
                .withOrganizer(told(component.organizer()))
                .withAttendees(component.attendees().stream()
                        .map(a -> a.answered(ParticipationStatus.NEEDS_ACTION, null)
                                .withSchedule(a.schedule().told()))
                        .toList());
    }
}
