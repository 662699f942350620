package org.kalends.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventCopies;
import org.kalends.event.Origin;
import org.kalends.event.StoredEvent;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.room.RoomAnswers;
import org.kalends.room.RoomAnswers.RoomAnswer;
import org.kalends.room.RoomPolicies;

/** What a room does when an invitation is delivered to it: it answers by its policy, or has its approver asked. */
@ApplicationScoped
class InvitedRoom {

    @Inject
    RoomAnswers answers;

    @Inject
    RoomPolicies policies;

    @Inject
    EventCopies copies;

    @Inject
    Directory directory;

    @Inject
    Event<RoomAsked> asked;

    @Inject
    Clock clock;

    /** The booking was made with the organizer's save; what the room declined since then it still declines. */
    void answer(Principal room, StoredEvent copy, Set<CalendarAddress> self) {
        var answer = answers.answer(room, self, copy.series());
        var accepted = answered(copy.series(), self, answer);
        if (!accepted.equals(copy.series())) copies.replace(copy, accepted, Origin.person(room, Announcement.NONE));
        if (answer.status() == ParticipationStatus.NEEDS_ACTION && waits(accepted, self)) ask(room, accepted);
    }

    private static boolean waits(EventSeries series, Set<CalendarAddress> room) {
        return series.stream().anyMatch(component -> waits(component, room));
    }

    private static boolean waits(EventComponent component, Set<CalendarAddress> room) {
        return component.attendees().stream()
                .anyMatch(a -> room.contains(a.address()) && a.status() == ParticipationStatus.NEEDS_ACTION);
    }

    private void ask(Principal room, EventSeries series) {
        Optional.ofNullable(policies.of(room.id()).approver())
                .flatMap(directory::byId)
                .ifPresent(approver -> asked.fire(new RoomAsked(room, approver, series, clock.instant())));
    }

    private static EventSeries answered(EventSeries series, Set<CalendarAddress> room, RoomAnswer answer) {
        var master = series.master();
        var all = series.withMaster(master == null ? null : answered(master, room, answer, null));
        all = all.withOverrides(series.overrides().stream()
                .map(o -> answered(
                        o, room, answer, Expander.recurrenceId(series, o).instant(ZoneOffset.UTC)))
                .toList());
        for (var instance : answer.declined()) {
            var found = Instances.find(all, instance).filter(i -> !i.overridden());
            if (found.isEmpty()) continue;
            var declined = Instances.override(found.get());
            all = Instances.with(all, said(declined, room, ParticipationStatus.DECLINED, answer.comment()));
        }
        return all;
    }

    private static EventComponent answered(
            EventComponent component, Set<CalendarAddress> room, RoomAnswer answer, @Nullable Instant instance) {
        if (!waits(component, room)) return component;
        var status = answer.to(instance);
        return said(component, room, status, status == ParticipationStatus.DECLINED ? answer.comment() : null);
    }

    private static EventComponent said(
            EventComponent component, Set<CalendarAddress> room, ParticipationStatus status, @Nullable String comment) {
        return component.eachAttendee(a -> room.contains(a.address()) ? a.answered(status, comment) : a);
    }

    /** What was cancelled is free again. */
    void release(Principal room, EventSeries left) {
        answers.release(room, Set.copyOf(directory.addressesOf(room.id())), left);
    }
}
