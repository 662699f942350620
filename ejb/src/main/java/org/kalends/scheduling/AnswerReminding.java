package org.kalends.scheduling;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.kalends.database.Ids;
import org.kalends.event.EventReading;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Labels.Status;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.scheduling.MessageDecided.Actor;
import org.kalends.sharing.Level;

/** Asks people who have not answered an invitation once more. */
@Stateless
public class AnswerReminding {

    @Inject
    EventReading reading;

    @Inject
    Directory directory;

    @Inject
    Event<AnswersAwaited> awaited;

    @Inject
    Clock clock;

    /**
     * Reminds every single person whose answer is missing; rooms and groups have none to give.
     *
     * @return how many they are
     * @throws CalendarException 403 unless the actor organizes the event, 409 if it is cancelled
     */
    public int remind(Principal actor, UUID event) {
        var seen = reading.require(actor, event, Level.MANAGE);
        var owner = seen.owner().id();
        var series = seen.event().series();
        var lead = series.lead();
        var self = Set.copyOf(directory.addressesOf(owner));
        if (lead.organizer() == null) return 0;
        Organizing.check(series, self);
        if (lead.labels().status() == Status.CANCELLED) {
            throw new CalendarException(Problem.CANCELLED, "The event was cancelled");
        }
        var silent = lead.attendees().stream()
                .filter(AnswerReminding::silent)
                .map(Attendee::address)
                .filter(address -> !self.contains(address))
                .toList();
        var asks = Actor.of(actor);
        if (!silent.isEmpty())
            awaited.fire(new AnswersAwaited(owner, Ids.next(), series, asks, silent, clock.instant()));
        return silent.size();
    }

    private static boolean silent(Attendee attendee) {
        return attendee.kind() == Attendee.Kind.INDIVIDUAL && attendee.status() == ParticipationStatus.NEEDS_ACTION;
    }
}
