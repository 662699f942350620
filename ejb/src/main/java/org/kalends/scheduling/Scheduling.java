package org.kalends.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;
import org.kalends.scheduling.DeliveryTask.Manner;
import org.kalends.scheduling.MessageDecided.Actor;
import org.kalends.scheduling.Spreading.Telling;
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

    /** Who saves does not wait until more than so many are told, nor does what comes after it overtake that. */
    private static final int CROWD = 100;

    @Inject
    Directory directory;

    @Inject
    ItipMessages messages;

    @Inject
    Spreading spreading;

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
        var named = sentBy(change, decision.after(), self);
        var message = new ItipMessage(
                change.home(),
                Ids.next(),
                decision.method(),
                named,
                change.actor().id(),
                change.at());
        var actor = speaker(change, decision, self);
        var told = new Telling(decision.before(), named, decision.recipients());
        boolean crowd = decision.recipients().size() > CROWD;
        if (crowd || messages.waiting(change.home(), message.series().uid())) {
            spreadLater(message, told, actor, change.announcement());
        } else {
            messages.add(message);
            spreading.spread(message, told, actor, change.announcement());
        }
    }

    /** An answer is of who was invited, under the address that he was invited by, whoever gave it for him. */
    private static Actor speaker(EventChange change, Decision decision, Set<CalendarAddress> self) {
        var actor = new Actor(change.actor().name(), change.actor().address());
        if (decision.method() != Method.REPLY && decision.method() != Method.COUNTER) return actor;
        return decision.after().stream()
                .flatMap(component -> component.attendees().stream())
                .filter(one -> self.contains(one.address()))
                .findFirst()
                .map(one -> new Actor(one.name().isBlank() ? actor.name() : one.name(), one.address()))
                .orElse(actor);
    }

    private void spreadLater(ItipMessage message, Telling told, Actor actor, Announcement announcement) {
        messages.addWaiting(message, told.before());
        var home = message.home();
        var task = new CrowdTask(home, message.id(), List.copyOf(told.recipients()), actor, announcement);
        var inTurn = CrowdTask.KEY + message.series().uid();
        outbox.add(List.of(new OutboxMessage(home, Queue.DELIVERY, task.key(), task, message.at(), inTurn)));
    }

    /** Who plans or answers for another is named beside him (RFC 5545, 3.2.18). */
    private static EventSeries sentBy(EventChange change, EventSeries series, Set<CalendarAddress> owner) {
        if (change.actor().id().equals(change.home())) return series;
        UnaryOperator<EventComponent> named =
                component -> sentBy(component, change.actor().address(), owner);
        var master = series.master();
        var first = master == null ? series : series.withMaster(named.apply(master));
        return first.withOverrides(first.overrides().stream().map(named).toList());
    }

    private static EventComponent sentBy(EventComponent component, CalendarAddress actor, Set<CalendarAddress> owner) {
        var organizer = component.organizer();
        if (organizer != null && owner.contains(organizer.address())) {
            return component.withOrganizer(organizer.sentBy(actor));
        }
        return component.eachAttendee(one ->
                owner.contains(one.address()) ? one.withSchedule(one.schedule().sentBy(actor)) : one);
    }

    /** Brings other copies to the state of the organizer's; a state that is told, not an event: nobody gets a mail. */
    void refresh(UUID home, EventSeries series, Set<CalendarAddress> readers, Instant now) {
        var inside = spreading.inside(readers);
        if (inside.isEmpty()) return;
        var message = new ItipMessage(home, Ids.next(), Method.REQUEST, series, home, now);
        messages.add(message);
        spreading.deliver(message, inside, now.plus(REFRESH_DELAY), Manner.QUIET);
    }

    /** He who asks and has no home here is told the present state by mail. */
    void inviteAgain(Principal organizer, EventSeries series, Set<CalendarAddress> asking, Instant now) {
        var outside = new HashSet<>(asking);
        outside.removeAll(directory.byAddress(asking).keySet());
        if (outside.isEmpty()) return;
        var actor = Actor.of(organizer);
        decided.fire(new MessageDecided(
                organizer.id(), Ids.next(), Method.REQUEST, null, series, actor, outside, Announcement.AT_ONCE, now));
    }

    /** An organizer outside, who added to what is not here, is asked for all of it; those inside never do so. */
    void askForPresent(Principal owner, EventSeries added, Set<CalendarAddress> self, Instant now) {
        var organizer = added.lead().organizer();
        if (organizer == null || directory.byAddress(organizer.address()).isPresent()) return;
        added.lead().attendees().stream()
                .filter(line -> self.contains(line.address()))
                .findFirst()
                .ifPresent(line -> decided.fire(new MessageDecided(
                        owner.id(),
                        Ids.next(),
                        Method.REFRESH,
                        null,
                        added,
                        new Actor(owner.name(), line.address()),
                        Set.of(organizer.address()),
                        Announcement.AT_ONCE,
                        now)));
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
        for (var owner : spreading.inside(homes)) {
            var message = new ItipMessage(owner.id(), Ids.next(), method, series, owner.id(), now);
            messages.add(message);
            spreading.deliver(message, List.of(owner), now, Manner.TOLD);
        }
    }

    /** Answers come in swarms; the copies can wait a moment for the rest. */
    private static final Duration REFRESH_DELAY = Duration.ofSeconds(2);
}
