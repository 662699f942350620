package org.kalends.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventCopies;
import org.kalends.event.Origin;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.room.RoomRefused;

/** A room that cannot hold an instance declines it in its own copy, and so the organizer is told as by anybody. */
@ApplicationScoped
class RoomRefusals {

    @Inject
    EventCopies copies;

    @Inject
    Directory directory;

    void observe(@Observes RoomRefused refused) {
        var room = directory.byId(refused.room()).orElseThrow();
        var self = Set.copyOf(directory.addressesOf(room.id()));
        copies.find(room.id(), refused.uid()).ifPresent(copy -> {
            var next = copy.series();
            for (var instance : refused.instances()) next = declined(next, instance, self);
            if (!next.equals(copy.series())) copies.replace(copy, next, Origin.person(room, Announcement.AT_ONCE));
        });
    }

    private static EventSeries declined(EventSeries series, Instant instance, Set<CalendarAddress> room) {
        return Instances.find(series, instance)
                .map(found -> Instances.with(series, declined(Instances.override(found), room)))
                .orElse(series);
    }

    private static EventComponent declined(EventComponent component, Set<CalendarAddress> room) {
        return component.withAttendees(component.attendees().stream()
                .map(a -> room.contains(a.address()) ? a.answered(ParticipationStatus.DECLINED, null) : a)
                .toList());
    }
}
