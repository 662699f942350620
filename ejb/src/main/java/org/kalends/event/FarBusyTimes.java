package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kalends.event.domain.Derived;
import org.kalends.event.domain.Horizon;
import org.kalends.event.store.ListingStore;
import org.kalends.event.store.ListingStore.Beyond;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Directory;
import org.kalends.time.Interval;

/** Busy times of series that go on beyond what is stored of them; expanded when somebody asks. */
@ApplicationScoped
public class FarBusyTimes {

    @Inject
    ListingStore listing;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /**
     * One span.
     *
     * @param uid of its event
     * @param floating a day or a floating time, its local value as if UTC
     * @param freeBusy 1 busy, 2 tentative, 3 unavailable
     */
    public record Busy(UUID home, UUID calendar, Uid uid, Interval period, boolean floating, int freeBusy) {}

    /** Empty, and without a statement, where all of the range is stored. */
    public List<Busy> of(Collection<UUID> homes, Interval range) {
        if (new Horizon(clock.instant()).contains(range)) return List.of();
        return listing.beyond(homes, range).stream()
                .flatMap(beyond -> busy(beyond, range))
                .toList();
    }

    private Stream<Busy> busy(Beyond beyond, Interval range) {
        var event = beyond.row().event();
        var owner = Set.copyOf(directory.addressesOf(event.home()));
        return Derived.occurrences(event.series(), owner, range).stream()
                .filter(o -> o.freeBusy() > 0 && !beyond.stored().overlaps(o.period()))
                .map(o -> new Busy(
                        event.home(), event.calendar(), event.series().uid(), o.period(), o.floating(), o.freeBusy()));
    }
}
