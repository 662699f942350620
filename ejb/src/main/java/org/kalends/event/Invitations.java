package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.EventListing.Entry;
import org.kalends.event.store.ListingStore;
import org.kalends.icalendar.Labels.Status;
import org.kalends.identity.Principal;

/** What waits for somebody's answer. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS) // a read needs no beginning and no commit
public class Invitations {

    private static final String UNANSWERED = "needs-action";
    private static final int MOST = 500;

    @Inject
    ListingStore listing;

    @Inject
    Access access;

    @Inject
    Clock clock;

    /**
     * The soonest first; a series once, by its next instance, and by those that differ only where it is answered itself.
     */
    public List<Entry> of(Principal viewer) {
        var calendars =
                access.ofHome(viewer).stream().map(CalendarCollection::id).toList();
        if (calendars.isEmpty()) return List.of();
        var waiting = listing.unanswered(viewer.id(), calendars, clock.instant(), MOST).stream()
                .filter(entry -> UNANSWERED.equals(entry.brief().myStatus()))
                .filter(entry -> entry.brief().labels().status() != Status.CANCELLED)
                .toList();
        var whole = new HashSet<>(waiting.stream()
                .filter(entry -> entry.brief().rid() == null)
                .map(Entry::event)
                .toList());
        return waiting.stream()
                .filter(entry -> entry.brief().rid() == null || !whole.contains(entry.event()))
                .sorted(Comparator.comparing((Entry entry) -> entry.period().start())
                        .thenComparing(Entry::event))
                .toList();
    }
}
