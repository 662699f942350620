package org.kalends.scheduling;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kalends.event.EventCopies;
import org.kalends.event.Origin;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Processed;
import org.kalends.outbox.Queue;
import org.kalends.scheduling.domain.ScheduleStatus;
import org.kalends.scheduling.store.ResultStore;

/**
 * What came of the messages of a change, noted as SCHEDULE-STATUS in the event that they were sent for: by one later
 * write for all recipients, so that the client's own PUT keeps its ETag and nobody waits for a delivery.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-3.2.9">RFC 6638, 3.2.9</a>
 */
@Stateless
public class DeliveryResults {

    private static final String CONSUMER = "results";

    /** When it is looked, each time from the last; mails are heard of whenever they are. */
    private static final List<Duration> ROUNDS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofHours(1), Duration.ofHours(47));

    /** What is said of who has not got it by then. */
    private static final List<String> WAITING =
            List.of("", ScheduleStatus.PENDING, ScheduleStatus.RETRYING, ScheduleStatus.FAILED);

    /** Who is told of an end is listed no more; that a proposal is not taken says nothing of who comes. */
    private static final Set<Method> UNMARKED = EnumSet.of(Method.CANCEL, Method.DECLINECOUNTER);

    private static final Duration LOT = Duration.ofSeconds(3);

    /** In which those who told of a mail have ended their transactions. */
    private static final Duration COMMITTED = Duration.ofSeconds(2);

    @Inject
    Processed processed;

    @Inject
    EventCopies copies;

    @Inject
    Directory directory;

    @Inject
    Outbox outbox;

    @Inject
    ResultStore results;

    @Inject
    Clock clock;

    /** What is to be put in the outbox beside the deliveries of a message. */
    static List<OutboxMessage> awaited(ItipMessage message, Collection<CalendarAddress> recipients) {
        if (UNMARKED.contains(message.method())) return List.of();
        var cause = message.id().toString();
        var task = new ResultsTask(
                message.home(), message.series().uid(), message.id(), cause, List.copyOf(recipients), 0);
        return List.of(message(task, due(task, message.at())));
    }

    /** A mail to somebody outside is sent, or will never be; in the transaction that remembers so. */
    public void mailed(UUID home, Uid uid, CalendarAddress recipient, String status) {
        if (directory.byAddress(recipient).isPresent()) return;
        boolean nobody = own(recipient, Set.copyOf(directory.addressesOf(home)));
        if (nobody && status.equals(ScheduleStatus.SENT)) return; // that the address is unknown says more
        results.put(home, uid, recipient, status);
        long lot = clock.instant().getEpochSecond() / LOT.toSeconds();
        var task = new ResultsTask(home, uid, null, "mail/" + uid + "/" + lot, List.of(), 0);
        var end = Instant.ofEpochSecond((lot + 1) * LOT.toSeconds());
        outbox.add(List.of(message(task, end.plus(COMMITTED)))); // one look for all mails of these seconds
    }

    private static OutboxMessage message(ResultsTask task, Instant when) {
        return new OutboxMessage(task.home(), Queue.DELIVERY, task.key(), task, when);
    }

    private static Instant due(ResultsTask task, Instant now) {
        return now.plus(ROUNDS.get(task.round()));
    }

    public void tell(ResultsTask task) {
        if (!processed.once(task.home(), CONSUMER, task.key())) return;
        var owner = directory.byId(task.home());
        if (owner.isEmpty()) return;
        var self = Set.copyOf(directory.addressesOf(task.home()));
        var copy = copies.find(task.home(), task.uid()); // locked first: what is said of one event is said in turn
        var waiting = new ArrayList<CalendarAddress>();
        var found = new HashMap<>(delivered(task, self, waiting));
        found.putAll(results.take(task.home(), task.uid()));
        if (copy.isEmpty()) return;
        var noted = ScheduleStatus.noted(copy.get().series(), found, self);
        if (!noted.equals(copy.get().series())) copies.replace(copy.get(), noted, Origin.results(owner.get()));
        if (waiting.isEmpty() || task.round() + 1 >= ROUNDS.size()) return;
        var later = task.later(waiting);
        outbox.add(List.of(message(later, due(later, clock.instant()))));
    }

    /** @param waiting takes those of whom nothing is known yet */
    private Map<CalendarAddress, String> delivered(
            ResultsTask task, Set<CalendarAddress> self, List<CalendarAddress> waiting) {
        var message = task.message();
        if (message == null) return Map.of();
        var known = directory.byAddress(task.recipients());
        var keys = new HashMap<UUID, String>();
        known.values().forEach(p -> keys.put(p.id(), DeliveryTask.key(message, p.id())));
        var homes = processed.remembered(Delivery.CONSUMER, keys);
        var found = new HashMap<CalendarAddress, String>();
        for (var address : task.recipients()) {
            var person = known.get(address);
            if (person == null) {
                if (own(address, self)) found.put(address, ScheduleStatus.UNKNOWN_USER);
            } else if (there(person, homes, task.home())) {
                found.put(address, ScheduleStatus.DELIVERED);
            } else {
                waiting.add(address);
                var said = WAITING.get(task.round());
                if (!said.isEmpty()) found.put(address, said);
            }
        }
        return found;
    }

    /** A group has no home; its members are delivered to one by one. */
    private static boolean there(Principal person, Set<UUID> homes, UUID sender) {
        return person.kind() == Kind.GROUP || person.id().equals(sender) || homes.contains(person.id());
    }

    private static boolean own(CalendarAddress address, Set<CalendarAddress> self) {
        return self.stream().anyMatch(mine -> mine.domain().equalsIgnoreCase(address.domain()));
    }
}
