package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.event.ChangeNotice.Kind;
import org.kalends.event.store.EditLeaseStore;
import org.kalends.event.store.EditLeaseStore.Copy;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;

/**
 * Tells everybody who has the event in a home here that it was locked or given back, each by the id of his own copy.
 * A renewal is no news, and an expiry needs no notice: whoever was told of the lock knows its end.
 */
@ApplicationScoped
class LockNotices {

    private static final int LARGEST_GROUP = 1_000;

    @Inject
    EditLeaseStore leases;

    @Inject
    Directory directory;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** @param token of the lease; one lease is told of once in each way */
    void tell(StoredEvent event, UUID leaseHome, Kind kind, UUID token) {
        var homes = homesOf(event.series());
        homes.add(event.home());
        homes.add(leaseHome);
        var now = clock.instant();
        outbox.add(leases.copies(event.series().uid(), homes).stream()
                .map(copy -> notice(copy, kind, token, now))
                .toList());
    }

    private static OutboxMessage notice(Copy copy, Kind kind, UUID token, Instant now) {
        var body = new ChangeNotice(copy.home(), copy.calendar(), copy.id(), kind, copy.etag(), now, null);
        return new OutboxMessage(copy.home(), Queue.CHANGES, copy.id() + " " + kind + " " + token, body, now);
    }

    private Set<UUID> homesOf(EventSeries series) {
        return directory.byAddress(invited(series)).values().stream()
                .flatMap(this::people)
                .map(Principal::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Collection<CalendarAddress> invited(EventSeries series) {
        return series.stream()
                .map(EventComponent::attendees)
                .flatMap(Collection::stream)
                .map(Attendee::address)
                .collect(Collectors.toSet());
    }

    private Stream<Principal> people(Principal invited) {
        return invited.kind() == Principal.Kind.GROUP
                ? directory.membersOf(invited.id(), LARGEST_GROUP).stream()
                : Stream.of(invited);
    }
}
