package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.kalends.event.domain.OrganizerChange;
import org.kalends.icalendar.Labels.Status;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Gives an event to another organizer, in the transaction of who calls. */
@ApplicationScoped
class HandingOver {

    @Inject
    EventWriter writer;

    @Inject
    Invitees invitees;

    @Inject
    Directory directory;

    @Inject
    Event<HandedOver> handedOver;

    @Inject
    Clock clock;

    /** @throws CalendarException 403 unless the owner organizes it, 400 unless the other is a colleague, 409 if cancelled */
    StoredEvent give(StoredEvent before, Behalf behalf, CalendarAddress to) {
        var series = before.series();
        var from = behalf.owner();
        if (!invitees.owns(from, series.lead().organizer())) {
            throw new CalendarException(Problem.FORBIDDEN, "Only the organizer may hand the event over");
        }
        if (series.lead().labels().status() == Status.CANCELLED) {
            throw new CalendarException(Problem.CANCELLED, "The event was cancelled");
        }
        var next = successor(from, to);
        var now = clock.instant();
        var after = new OrganizerChange(from, next).apply(series, now);
        var saved = writer.replace(before, after, Origin.handover(behalf.actor()));
        handedOver.fire(new HandedOver(from, next, behalf.actor(), series, after, now));
        return saved;
    }

    private Principal successor(Principal from, CalendarAddress to) {
        var found = directory
                .byAddress(to)
                .filter(one -> one.kind() == Principal.Kind.USER)
                .orElseThrow(() -> CalendarException.invalid("address", to + " is nobody of the company"));
        if (found.id().equals(from.id())) {
            throw CalendarException.invalid("address", to + " organizes the event already");
        }
        return found;
    }
}
