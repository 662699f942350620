package org.kalends.scheduling;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.event.EventCopies;
import org.kalends.event.Origin;
import org.kalends.event.StoredEvent;
import org.kalends.event.resource.SchedulingInbox;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.outbox.Processed;
import org.kalends.scheduling.DeliveryTask.Manner;
import org.kalends.scheduling.domain.CopyRules;
import org.kalends.scheduling.domain.Views;
import org.kalends.scheduling.store.ItipMessages;

/** Takes a message into the recipient's home; one home, one transaction, once. */
@Stateless
public class Delivery {

    static final String CONSUMER = "delivery";
    private static final int MOST_REFRESHED = 50;

    @Inject
    Processed processed;

    @Inject
    ItipMessages messages;

    @Inject
    EventCopies copies;

    @Inject
    Directory directory;

    @Inject
    Scheduling scheduling;

    @Inject
    Spreading spreading;

    @Inject
    SchedulingInbox inbox;

    @Inject
    InvitedRoom rooms;

    @Inject
    Handovers handovers;

    @Inject
    Clock clock;

    public void deliver(DeliveryTask task) {
        if (!processed.once(task.recipient(), CONSUMER, task.key())) return;
        var owner = directory.byId(task.recipient());
        var message = messages.find(task.home(), task.message());
        if (owner.isEmpty() || message.isEmpty()) return; // left the company meanwhile, or the message is too old
        take(owner.get(), message.get());
        if (task.manner() != Manner.QUIET && owner.get().kind() == Principal.Kind.USER) lay(owner.get(), message.get());
    }

    /** As he is to see it, whatever came of it: his programs show what is new by what lies there. */
    private void lay(Principal owner, ItipMessage message) {
        var self = Set.copyOf(directory.addressesOf(owner.id()));
        var seen = message.method() == Method.REPLY || message.method() == Method.COUNTER
                ? Optional.of(message.series())
                : Views.of(message.series(), self);
        seen.ifPresent(series -> inbox.add(owner, ICalendar.message(message.method(), series)));
    }

    private void take(Principal owner, ItipMessage message) {
        switch (message.method()) {
            case REQUEST -> request(owner, message);
            case CANCEL -> cancel(owner, message);
            case REPLY, COUNTER -> reply(owner, message);
            case ADD -> add(owner, message);
            case REFRESH -> refresh(owner, message);
            case DECLINECOUNTER -> counterDeclined(owner, message);
            case PUBLISH -> {} // taken over by the person's own click, never by itself
        }
    }

    private void request(Principal owner, ItipMessage message) {
        var self = Set.copyOf(directory.addressesOf(owner.id()));
        var view = Views.of(message.series(), self).or(() -> groupView(message, owner));
        if (view.isEmpty()) return;
        var copy = copies.claim(owner.id(), message.series().uid());
        var known = copy.map(StoredEvent::series).orElse(null);
        Optional.ofNullable(known)
                .flatMap(one -> handovers.taken(one, view.get(), self))
                .or(() -> CopyRules.request(known, view.get(), self))
                .filter(next -> !next.equals(known))
                .map(next -> copy.map(before -> copies.replace(before, next, Origin.delivery(owner)))
                        .orElseGet(() -> copies.create(owner, next, Origin.delivery(owner))))
                .filter(stored -> owner.kind() != Principal.Kind.USER)
                .ifPresent(stored -> rooms.answer(owner, stored, self));
    }

    /** Invited by way of a group: the copy lists the member, so that he can answer. */
    private static Optional<EventSeries> groupView(ItipMessage message, Principal owner) {
        return Optional.of(GroupMember.added(message.series(), owner));
    }

    private void cancel(Principal owner, ItipMessage message) {
        copies.find(owner.id(), message.series().uid())
                .filter(copy -> CopyRules.sameOrganizer(copy.series(), message.series()))
                .filter(copy -> !CopyRules.outdated(copy.series(), message.series(), message.at()))
                .ifPresent(copy -> CopyRules.cancel(copy.series(), message.series())
                        .filter(next -> !next.equals(copy.series()))
                        .ifPresent(next -> {
                            copies.replace(copy, next, Origin.delivery(owner));
                            if (owner.kind() == Principal.Kind.USER) return;
                            rooms.release(owner, next);
                        }));
    }

    private void add(Principal owner, ItipMessage message) {
        var self = Set.copyOf(directory.addressesOf(owner.id()));
        var there = copies.find(owner.id(), message.series().uid());
        if (there.isEmpty()) scheduling.askForPresent(owner, message.series(), self, clock.instant());
        there.ifPresent(copy -> CopyRules.add(copy.series(), message.series(), self)
                .ifPresent(next -> copies.replace(copy, next, Origin.delivery(owner))));
    }

    /** He who asks is told the present state, if he is invited (RFC 5546, 3.2.6). */
    private void refresh(Principal owner, ItipMessage message) {
        copies.find(owner.id(), message.series().uid()).map(StoredEvent::series).ifPresent(series -> {
            var asking = new HashSet<>(Views.invited(message.series()));
            asking.retainAll(Views.invited(series));
            scheduling.refresh(owner.id(), series, asking, clock.instant());
            scheduling.inviteAgain(owner, series, asking, clock.instant());
        });
    }

    private void counterDeclined(Principal owner, ItipMessage message) {
        var self = Set.copyOf(directory.addressesOf(owner.id()));
        var theirs = copies.find(owner.id(), message.series().uid())
                .filter(copy -> CopyRules.sameOrganizer(copy.series(), message.series()));
        theirs.ifPresent(copy -> {
            var next = CopyRules.counterDeclined(copy.series(), self);
            if (!next.equals(copy.series())) copies.replace(copy, next, Origin.delivery(owner));
        });
    }

    /** Two lines that are one person get one answer (R7). */
    private EventSeries byAllHisAddresses(EventSeries answers) {
        var known = directory.byAddress(Views.invited(answers));
        return answers.each(override -> byAllHisAddresses(override, known));
    }

    private EventComponent byAllHisAddresses(EventComponent answer, Map<CalendarAddress, Principal> known) {
        return answer.withAttendees(answer.attendees().stream()
                .flatMap(said -> Optional.ofNullable(known.get(said.address())).stream()
                        .flatMap(who -> directory.addressesOf(who.id()).stream())
                        .filter(alias -> !alias.equals(said.address()))
                        .map(said::withAddress)
                        .collect(Collectors.collectingAndThen(
                                Collectors.toList(), aliases -> Stream.concat(Stream.of(said), aliases.stream()))))
                .toList());
    }

    private void reply(Principal owner, ItipMessage message) {
        var self = Set.copyOf(directory.addressesOf(owner.id()));
        var known = copies.find(owner.id(), message.series().uid());
        // a copy of another's event takes no answers; he may have it from the one who is asked
        known.flatMap(copy -> handovers.organizer(copy.series(), self))
                .ifPresent(other -> spreading.deliver(message, List.of(other), clock.instant(), Manner.TOLD));
        known.filter(copy -> Organizing.is(copy.series(), self))
                .ifPresent(copy -> CopyRules.reply(copy.series(), byAllHisAddresses(message.series()))
                        .ifPresent(next -> {
                            copies.replace(copy, next, Origin.delivery(owner));
                            if (message.cameFromOutside(owner.id())) {
                                scheduling.answeredFromOutside(owner, message, copy.series(), next);
                            }
                            refreshOthers(owner, next, message);
                        }));
    }

    /** The others see who comes; of large events it is enough that the organizer does. */
    private void refreshOthers(Principal owner, EventSeries next, ItipMessage message) {
        var readers = new HashSet<>(Views.invited(next));
        message.series().components().stream()
                .flatMap(c -> c.attendees().stream())
                .forEach(a -> readers.remove(a.address()));
        if (readers.size() <= MOST_REFRESHED) scheduling.refresh(owner.id(), next, readers, clock.instant());
    }
}
