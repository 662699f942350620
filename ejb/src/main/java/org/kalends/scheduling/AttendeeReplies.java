package org.kalends.scheduling;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventCopies;
import org.kalends.event.EventReading;
import org.kalends.event.Origin;
import org.kalends.event.Scope;
import org.kalends.event.StoredEvent;
import org.kalends.event.domain.CopyEdit;
import org.kalends.figures.WorkFigures;
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
import org.kalends.sharing.Level;

/** Answers of those who are inside: stored in the own copy at once, sent to the organizer from there. */
@Stateless
@Interceptors(WorkFigures.class)
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

    /** @param instance null to mean the event itself */
    public record Aim(Scope scope, @Nullable Instant instance) {

        /** The event itself. */
        public static final Aim WHOLE = new Aim(Scope.ALL, null);
    }

    /**
     * Answers for the whole event, for one instance, or for it and those that follow.
     *
     * @throws CalendarException 403 if whose calendar it is was not invited, 409 if the event is cancelled
     */
    public StoredEvent answer(Principal actor, UUID event, Aim aim, Answer answer) {
        var seen = reading.require(actor, event, Level.MANAGE);
        return answer(new On(seen.owner(), actor), seen.event().series().uid(), aim, answer);
    }

    /** The same for who answers for himself and knows the event by what all its calendars call it. */
    public StoredEvent answer(Principal owner, Uid uid, Aim aim, Answer answer) {
        return answer(new On(owner, owner), uid, aim, answer);
    }

    /** Whose answer it is, and who gives it: a secretary answers for his chief. */
    private record On(Principal owner, Principal actor) {}

    private StoredEvent answer(On behalf, Uid uid, Aim aim, Answer answer) {
        var owner = behalf.owner();
        var copy = copies.find(owner.id(), uid)
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "There is no such event"));
        var self = Set.copyOf(directory.addressesOf(owner.id()));
        var series = copy.series();
        if (series.lead().labels().status() == Status.CANCELLED) {
            throw new CalendarException(Problem.CANCELLED, "The event was cancelled");
        }
        var next = answered(series, aim, self, answer);
        return next.equals(series) ? copy : copies.replace(copy, next, Origin.person(behalf.actor(), Announcement.ALL));
    }

    private static EventSeries answered(EventSeries series, Aim aim, Set<CalendarAddress> self, Answer answer) {
        var instance = aim.instance();
        if (instance == null) {
            if (aim.scope() == Scope.ALL || !series.recurring()) return whole(series, self, answer);
            throw CalendarException.invalid("instance", "must say which instance the scope is about");
        }
        var found = Instances.find(series, instance)
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "There is no instance at " + instance));
        if (aim.scope() == Scope.ALL || !series.recurring()) return whole(series, self, answer);
        var single = answered(Instances.override(found), self, answer);
        if (aim.scope() == Scope.THIS) return Instances.with(series, single);
        var pinned = Instances.pinned(series, found.recurrenceId(), CopyEdit.MOST_BEFORE)
                .orElseThrow(() -> CalendarException.invalid("scope", "must be this or all: too much lies before"));
        var all = whole(pinned, self, answer);
        return found.overridden() ? Instances.with(all, single) : all;
    }

    private static EventSeries whole(EventSeries series, Set<CalendarAddress> self, Answer answer) {
        var master = series.master();
        if (master != null) return series.withMaster(answered(master, self, answer));
        return series.withOverrides(series.overrides().stream()
                .map(override -> answered(override, self, answer))
                .toList());
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
