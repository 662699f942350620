package org.kalends.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange.Announcement;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;
import org.kalends.scheduling.DeliveryTask.Manner;
import org.kalends.scheduling.MessageDecided.Actor;

/** Spreads one stored message: each recipient inside costs a light row, all of them one statement. */
@ApplicationScoped
class Spreading {

    private static final int LARGEST_GROUP = 2_000;
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    Directory directory;

    @Inject
    Outbox outbox;

    @Inject
    Event<MessageDecided> decided;

    /**
     * What is told to whom.
     *
     * @param before what they knew; null when it is new to them
     * @param recipients groups among them
     */
    record Telling(@Nullable EventSeries before, EventSeries after, Set<CalendarAddress> recipients) {}

    void spread(ItipMessage message, Telling told, Actor actor, Announcement announcement) {
        var recipients = resolved(told.recipients(), message.home());
        var manner = announcement == Announcement.NONE ? Manner.QUIET : Manner.TOLD;
        var all = new ArrayList<>(deliveries(message, recipients.inside().values(), message.at(), manner));
        if (manner == Manner.TOLD) all.addAll(DeliveryResults.awaited(message, told.recipients()));
        outbox.add(all);
        if (manner == Manner.QUIET) return; // nothing was sent, so there is nothing to note of it
        decided.fire(new MessageDecided(
                message.home(),
                message.id(),
                message.method(),
                told.before(),
                told.after(),
                actor,
                recipients.people(),
                announcement,
                message.at()));
    }

    /** Those who have a home here, members of groups too. */
    Collection<Principal> inside(Set<CalendarAddress> addresses) {
        return resolved(addresses, NOBODY).inside().values();
    }

    void deliver(ItipMessage message, Collection<Principal> inside, Instant when, Manner manner) {
        outbox.add(deliveries(message, inside, when, manner));
    }

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

    /** Without the sender, whom another address of his own may name (R7). */
    private Resolved resolved(Set<CalendarAddress> addresses, UUID sender) {
        var people = new LinkedHashSet<>(addresses);
        var inside = new LinkedHashMap<UUID, Principal>();
        directory.byAddress(addresses).forEach((address, principal) -> {
            if (principal.kind() == Kind.GROUP) {
                people.remove(address);
                directory.membersOf(principal.id(), LARGEST_GROUP).stream()
                        .filter(member -> !member.id().equals(sender))
                        .forEach(member -> {
                            people.add(member.address());
                            inside.put(member.id(), member);
                        });
            } else if (principal.id().equals(sender)) {
                people.remove(address);
            } else {
                inside.put(principal.id(), principal);
            }
        });
        return new Resolved(people, inside);
    }
}
