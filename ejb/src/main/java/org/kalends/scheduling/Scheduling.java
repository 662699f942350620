package org.kalends.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kalends.database.Ids;
import org.kalends.event.EventChange;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventChange.Cause;
import org.kalends.event.resource.ObjectRefused;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;
import org.kalends.scheduling.DeliveryTask.Manner;
import org.kalends.scheduling.MessageDecided.Actor;
import org.kalends.scheduling.domain.AttendeeRules;
import org.kalends.scheduling.domain.Decision;
import org.kalends.scheduling.domain.ObjectChangeRules;
import org.kalends.scheduling.domain.OrganizerRules;
import org.kalends.scheduling.domain.Views;
import org.kalends.scheduling.store.ItipMessages;

/**
 * Turns changes into messages, in the transaction of the change: each message is stored once, each recipient inside
 * costs a light row, all of them one statement.
 */
@ApplicationScoped
public class Scheduling {

    private static final int LARGEST_GROUP = 2_000;

    @Inject
    Directory directory;

    @Inject
    ItipMessages messages;

    @Inject
    Outbox outbox;

    @Inject
    Event<MessageDecided> decided;

    void observe(@Observes EventChange change) {
        if (change.cause() != Cause.PERSON) return;
        var self = new HashSet<>(directory.addressesOf(change.home()));
        var organizer = change.series().lead().organizer();
        refuseForeignChanges(change, self);
        if (organizer == null) return;
        boolean own = self.contains(organizer.address());
        if (!own && change.announcement() == Announcement.NO_REPLY) return;
        var decisions = own
                ? OrganizerRules.decide(change.before(), change.after())
                : Stream.of(
                                AttendeeRules.decide(change.before(), change.after(), self),
                                AttendeeRules.delegate(change.before(), change.after(), self))
                        .flatMap(Optional::stream)
                        .toList();
        decisions.forEach(decision -> send(change, decision, self));
    }

    /** Whatever edge a change came by. */
    private static void refuseForeignChanges(EventChange change, Set<CalendarAddress> self) {
        var after = change.after();
        if (after == null) return;
        ObjectChangeRules.check(change.before(), after, self).ifPresent(violation -> {
            throw new ObjectRefused(
                    ObjectRefused.Reason.valueOf(violation.name()), "Refused by the rule " + violation.element());
        });
    }

    private void send(EventChange change, Decision decision, Set<CalendarAddress> self) {
        var message = new ItipMessage(
                change.home(),
                Ids.next(),
                decision.method(),
                sentBy(change, decision.after(), self),
                change.actor().id(),
                change.at());
        messages.add(message);
        var recipients = resolved(decision.recipients());
        recipients.inside().remove(change.home()); // by another address of his own (R7)
        recipients.people().removeAll(self);
        var manner = change.announcement() == Announcement.NONE ? Manner.QUIET : Manner.TOLD;
        var all = new ArrayList<>(deliveries(message, recipients.inside().values(), change.at(), manner));
        if (manner == Manner.TOLD) all.addAll(DeliveryResults.awaited(message, decision.recipients()));
        outbox.add(all);
        if (manner == Manner.QUIET) return; // nothing was sent, so there is nothing to note of it
        var actor = new Actor(change.actor().name(), change.actor().address());
        decided.fire(new MessageDecided(
                change.home(),
                message.id(),
                decision.method(),
                decision.before(),
                decision.after(),
                actor,
                recipients.people(),
                change.announcement(),
                change.at()));
    }

    /** Who plans for another is named beside him (RFC 5545, 3.2.18). */
    private static EventSeries sentBy(EventChange change, EventSeries series, Set<CalendarAddress> owner) {
        if (change.actor().id().equals(change.home())) return series;
        UnaryOperator<EventComponent> named = component -> {
            var organizer = component.organizer();
            return organizer == null || !owner.contains(organizer.address())
                    ? component
                    : component.withOrganizer(organizer.sentBy(change.actor().address()));
        };
        var master = series.master();
        var first = master == null ? series : series.withMaster(named.apply(master));
        return first.withOverrides(first.overrides().stream().map(named).toList());
    }

    /** Brings other copies to the state of the organizer's; a state that is told, not an event: nobody gets a mail. */
    void refresh(UUID home, EventSeries series, Set<CalendarAddress> readers, Instant now) {
        var inside = resolved(readers).inside().values();
        if (inside.isEmpty()) return;
        var message = new ItipMessage(home, Ids.next(), Method.REQUEST, series, home, now);
        messages.add(message);
        outbox.add(deliveries(message, inside, now.plus(REFRESH_DELAY), Manner.QUIET));
    }

    /** He who asks and has no home here is told the present state by mail. */
    void inviteAgain(Principal organizer, EventSeries series, Set<CalendarAddress> asking, Instant now) {
        var outside = new HashSet<>(asking);
        outside.removeAll(directory.byAddress(asking).keySet());
        if (outside.isEmpty()) return;
        var actor = new Actor(organizer.name(), organizer.address());
        decided.fire(new MessageDecided(
                organizer.id(), Ids.next(), Method.REQUEST, null, series, actor, outside, Announcement.AT_ONCE, now));
    }

    /** The answer of a guest came by mail to the server, and so not to the organizer's mailbox. */
    void answeredFromOutside(Principal organizer, ItipMessage answer, EventSeries before, EventSeries after) {
        var guests = Views.invited(answer.series());
        after.stream()
                .flatMap(component -> component.attendees().stream())
                .filter(line -> guests.contains(line.address()))
                .findFirst()
                .ifPresent(guest -> decided.fire(new MessageDecided(
                        organizer.id(),
                        answer.id(),
                        answer.method(),
                        before,
                        after,
                        new Actor(guest.name().isEmpty() ? guest.address().value() : guest.name(), guest.address()),
                        Set.of(organizer.address()),
                        Announcement.AT_ONCE,
                        answer.at())));
    }

    /** A message from outside, for those who are named; each home has its own, as none of them sent it. */
    public void arrive(Method method, EventSeries series, Set<CalendarAddress> homes, Instant now) {
        for (var owner : resolved(homes).inside().values()) {
            var message = new ItipMessage(owner.id(), Ids.next(), method, series, owner.id(), now);
            messages.add(message);
            outbox.add(deliveries(message, List.of(owner), now, Manner.TOLD));
        }
    }

    /** Answers come in swarms; the copies can wait a moment for the rest. */
    private static final Duration REFRESH_DELAY = Duration.ofSeconds(2);

    private static List<OutboxMessage> deliveries(
            ItipMessage message, Collection<Principal> inside, Instant when, Manner manner) {
        return inside.stream()
                .filter(recipient -> recipient.kind() != Kind.GROUP)
                .map(recipient -> new DeliveryTask(message.home(), message.id(), recipient.id(), manner))
                .map(task -> new OutboxMessage(
                        message.home(), Queue.DELIVERY, task.key(), task, when, subject(task, message)))
                .toList();
    }

    /** One home takes the messages of one event in order. */
    private static String subject(DeliveryTask task, ItipMessage message) {
        return "delivery/" + task.recipient() + "/" + message.series().uid();
    }

    /**
     * Who is behind the addresses.
     *
     * @param people every single one, groups resolved
     * @param inside those of them who have a home here
     */
    private record Resolved(Set<CalendarAddress> people, Map<UUID, Principal> inside) {}

    private Resolved resolved(Set<CalendarAddress> addresses) {
        var people = new LinkedHashSet<>(addresses);
        var inside = new LinkedHashMap<UUID, Principal>();
        directory.byAddress(addresses).forEach((address, principal) -> {
            if (principal.kind() == Kind.GROUP) {
                people.remove(address);
                for (var member : directory.membersOf(principal.id(), LARGEST_GROUP)) {
                    people.add(member.address());
                    inside.put(member.id(), member);
                }
            } else {
                inside.put(principal.id(), principal);
            }
        });
        return new Resolved(people, inside);
    }
}
