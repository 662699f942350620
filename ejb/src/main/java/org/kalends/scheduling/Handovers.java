package org.kalends.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kalends.database.Ids;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventCopies;
import org.kalends.event.HandedOver;
import org.kalends.event.Origin;
import org.kalends.event.StoredEvent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Method;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.scheduling.MessageDecided.Actor;
import org.kalends.scheduling.Spreading.Telling;
import org.kalends.scheduling.domain.CopyRules;
import org.kalends.scheduling.domain.Views;
import org.kalends.scheduling.store.ItipMessages;

/**
 * Meetings that another organizes from now on. A UID belongs to whoever organizes it, so that nobody who was invited
 * takes a meeting over: first its organizer has to be done with it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-2.1.4">RFC 5546, 2.1.4</a>
 */
@ApplicationScoped
class Handovers {

    @Inject
    Directory directory;

    @Inject
    EventCopies copies;

    @Inject
    ItipMessages messages;

    @Inject
    Spreading spreading;

    @Inject
    Event<MessageDecided> decided;

    /** Takes it to the home of the new organizer and tells everybody; those outside that the old one's is off, too. */
    void observe(@Observes HandedOver handover) {
        keep(handover.to(), handover.after());
        var people = Views.invited(handover.after());
        people.removeAll(directory.addressesOf(handover.from().id()));
        people.remove(handover.to().address());
        var outside = new HashSet<>(people);
        outside.removeAll(directory.byAddress(people).keySet());
        people.removeAll(outside);
        tellInside(handover, people);
        decided.fire(change(handover, Set.of(handover.to().address())));
        if (outside.isEmpty()) return;
        // calendars elsewhere take a meeting from another only when its own organizer is done with it
        decided.fire(cancellation(handover, outside));
        decided.fire(invitation(handover, outside));
    }

    private void keep(Principal organizer, EventSeries series) {
        var self = Set.copyOf(directory.addressesOf(organizer.id()));
        var copy = copies.claim(organizer.id(), series.uid());
        var mine = series.each(component -> component.withAlarms(List.of()));
        copy.ifPresentOrElse(
                known -> copies.replace(known, CopyRules.taken(known.series(), mine, self), Origin.delivery(organizer)),
                () -> copies.create(organizer, mine, Origin.delivery(organizer)));
    }

    private void tellInside(HandedOver handover, Set<CalendarAddress> inside) {
        var home = handover.to().id();
        var actor = handover.actor();
        var message = new ItipMessage(home, Ids.next(), Method.REQUEST, handover.after(), actor.id(), handover.at());
        messages.add(message);
        var told = new Telling(handover.before(), handover.after(), inside);
        spreading.spread(message, told, Actor.of(actor), Announcement.ALL);
    }

    private static MessageDecided change(HandedOver handover, Set<CalendarAddress> people) {
        return new MessageDecided(
                handover.to().id(),
                Ids.next(),
                Method.REQUEST,
                handover.before(),
                handover.after(),
                Actor.of(handover.actor()),
                people,
                Announcement.ALL,
                handover.at());
    }

    private static MessageDecided cancellation(HandedOver handover, Set<CalendarAddress> guests) {
        return new MessageDecided(
                handover.from().id(),
                Ids.next(),
                Method.CANCEL,
                handover.before(),
                handover.before(),
                Actor.of(handover.from()),
                guests,
                Announcement.AT_ONCE,
                handover.at());
    }

    private static MessageDecided invitation(HandedOver handover, Set<CalendarAddress> guests) {
        return new MessageDecided(
                handover.to().id(),
                Ids.next(),
                Method.REQUEST,
                null,
                handover.after(),
                Actor.of(handover.to()),
                guests,
                Announcement.ALL,
                handover.at());
    }

    /**
     * The copy of who is told by another than who organized it until now: empty where that one may not.
     *
     * @param self every address of whose copy it is
     */
    Optional<EventSeries> taken(EventSeries copy, EventSeries told, Set<CalendarAddress> self) {
        if (CopyRules.sameOrganizer(copy, told)) return Optional.empty();
        if (copy.lead().labels().status() == Status.CANCELLED) return Optional.of(CopyRules.taken(copy, told, self));
        if (!left(copy, told)) return Optional.empty();
        // nothing was moved by that: what he answered meanwhile stands, and finds its way to the new organizer
        var revision = told.lead().revision();
        return Optional.of(CopyRules.taken(copy.each(one -> one.withRevision(revision)), told, self));
    }

    /** Whether the old organizer is one of ours, and in his home it is the new one's, or is no more. */
    private boolean left(EventSeries copy, EventSeries told) {
        var old = copy.lead().organizer();
        var next = told.lead().organizer();
        if (old == null || next == null) return false;
        var inside = directory.byAddress(Set.of(old.address(), next.address()));
        var before = inside.get(old.address());
        if (before == null || !inside.containsKey(next.address())) return false;
        return copies.look(before.id(), copy.uid())
                .map(StoredEvent::series)
                .filter(his -> !CopyRules.sameOrganizer(his, told))
                .isEmpty();
    }

    /** Where an event is organized that was in this home: links and answers that were under way find it there. */
    Optional<Principal> organizer(EventSeries copy, Set<CalendarAddress> self) {
        var organizer = copy.lead().organizer();
        if (organizer == null || self.contains(organizer.address())) return Optional.empty();
        return directory.byAddress(organizer.address());
    }
}
