package org.kalends.scheduling;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventCopies;
import org.kalends.event.EventReading;
import org.kalends.event.Origin;
import org.kalends.event.StoredEvent;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Answers of those who are inside: stored in the own copy at once, sent to the organizer from there. */
@Stateless
public class AttendeeReplies {

    @Inject
    EventReading reading;

    @Inject
    EventCopies copies;

    @Inject
    Directory directory;

    /**
     * @param comment null when nothing was said with it
     * @param proposed another time that would suit him better; null when none
     */
    public record Answer(ParticipationStatus status, @Nullable String comment, @Nullable Timing proposed) {}

    /**
     * Answers for the whole event, or for one instance.
     *
     * @throws CalendarException 403 if the actor is not invited, 409 if the event is cancelled
     */
    public StoredEvent answer(Principal actor, UUID event, @Nullable Instant instance, Answer answer) {
        var uid = reading.require(actor, event).series().uid();
        return answer(actor, uid, instance, answer);
    }

    StoredEvent answer(Principal actor, Uid uid, @Nullable Instant instance, Answer answer) {
        var copy = copies.find(actor.id(), uid)
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "There is no such event"));
        var self = Set.copyOf(directory.addressesOf(actor.id()));
        var series = copy.series();
        if (series.lead().labels().status() == Status.CANCELLED) {
            throw new CalendarException(Problem.CANCELLED, "The event was cancelled");
        }
        var next = instance == null ? whole(series, self, answer) : single(series, instance, self, answer);
        return next.equals(series) ? copy : copies.replace(copy, next, Origin.person(actor, Announcement.ALL));
    }

    private static EventSeries whole(EventSeries series, Set<CalendarAddress> self, Answer answer) {
        var master = series.master();
        if (master != null) return series.withMaster(answered(master, self, answer));
        return series.withOverrides(series.overrides().stream()
                .map(override -> answered(override, self, answer))
                .toList());
    }

    private static EventSeries single(EventSeries series, Instant instance, Set<CalendarAddress> self, Answer answer) {
        var found = Instances.find(series, instance)
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "There is no instance at " + instance));
        if (!series.recurring()) return whole(series, self, answer);
        return Instances.with(series, answered(Instances.override(found), self, answer));
    }

    private static EventComponent answered(EventComponent component, Set<CalendarAddress> self, Answer answer) {
        var organizer = component.organizer();
        boolean invited = component.attendees().stream().anyMatch(a -> self.contains(a.address()));
        if (!invited || organizer == null || self.contains(organizer.address())) {
            throw new CalendarException(Problem.FORBIDDEN, "Only those who are invited can answer");
        }
        return component.withAttendees(component.attendees().stream()
                .map(a -> self.contains(a.address())
                        ? a.answered(answer.status(), answer.comment()).proposing(answer.proposed())
                        : a)
                .toList());
    }
}
