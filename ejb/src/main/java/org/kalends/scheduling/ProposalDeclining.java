package org.kalends.scheduling;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.kalends.database.Ids;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventCopies;
import org.kalends.event.EventReading;
import org.kalends.event.Origin;
import org.kalends.icalendar.Method;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.scheduling.MessageDecided.Actor;
import org.kalends.scheduling.Spreading.Telling;
import org.kalends.scheduling.domain.CopyRules;
import org.kalends.scheduling.store.ItipMessages;
import org.kalends.sharing.Level;

/**
 * The organizer keeps the time of an event though an attendee proposed another; the attendee is told, the others never
 * heard of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-3.2.8">RFC 5546, 3.2.8</a>
 */
@Stateless
public class ProposalDeclining {

    @Inject
    EventReading reading;

    @Inject
    EventCopies copies;

    @Inject
    Directory directory;

    @Inject
    ItipMessages messages;

    @Inject
    Spreading spreading;

    @Inject
    Clock clock;

    /**
     * Of a series, whatever he proposed for any of its dates.
     *
     * @throws CalendarException 403 unless the actor organizes the event, 404 where the attendee proposes nothing
     */
    public void decline(Principal actor, UUID event, CalendarAddress attendee) {
        var seen = reading.require(actor, event, Level.MANAGE);
        var owner = seen.owner();
        Organizing.check(seen.event().series(), Set.copyOf(directory.addressesOf(owner.id())));
        var copy = copies.find(owner.id(), seen.event().series().uid()).orElseThrow();
        var kept = CopyRules.counterDeclined(copy.series(), Set.of(attendee));
        if (kept.equals(copy.series())) {
            throw new CalendarException(Problem.NOT_FOUND, attendee + " proposes no other time");
        }
        copies.replace(copy, kept, Origin.delivery(owner));
        var message = new ItipMessage(owner.id(), Ids.next(), Method.DECLINECOUNTER, kept, actor.id(), clock.instant());
        messages.add(message);
        var told = new Telling(null, kept, Set.of(attendee));
        spreading.spread(message, told, Actor.of(actor), Announcement.AT_ONCE);
    }
}
