package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventListing.Entry;
import org.kalends.event.EventListing.Position;
import org.kalends.event.domain.Brief;
import org.kalends.event.domain.Horizon;
import org.kalends.event.domain.Masking;
import org.kalends.event.domain.Moments;
import org.kalends.event.store.EventRow;
import org.kalends.event.store.ListingStore;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.time.Interval;

/** Instances beyond those that are stored: of series that go on and on, expanded when somebody looks that far. */
@ApplicationScoped
class FarInstances {

    private static final Duration STRIDE = Duration.ofDays(366);

    @Inject
    ListingStore listing;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    List<Entry> of(ListingStore.Query query, @Nullable Position after, int limit) {
        if (new Horizon(clock.instant()).contains(query.range())) return List.of();
        var entries = new ArrayList<Entry>();
        var owners = new HashMap<UUID, Set<CalendarAddress>>();
        for (var beyond : listing.beyond(query)) {
            var owner =
                    owners.computeIfAbsent(beyond.row().homeId(), home -> new HashSet<>(directory.addressesOf(home)));
            entries.addAll(first(beyond, query.range(), owner, after, limit));
        }
        return entries;
    }

    /** A year at a time, until the page is full: a range of centuries costs no more than what is shown of it. */
    private static List<Entry> first(
            ListingStore.Beyond beyond,
            Interval range,
            Set<CalendarAddress> owner,
            @Nullable Position after,
            int limit) {
        var found = new ArrayList<Entry>();
        var start = after == null || after.start().isBefore(range.start()) ? range.start() : after.start();
        for (var from = start; from.isBefore(range.end()) && found.size() < limit; from = from.plus(STRIDE)) {
            var begin = from;
            var end = from.plus(STRIDE).isBefore(range.end()) ? from.plus(STRIDE) : range.end();
            expanded(beyond.row(), new Interval(from, end), owner).stream()
                    .filter(entry ->
                            begin.equals(start) || !entry.period().start().isBefore(begin))
                    .filter(entry -> !beyond.stored().overlaps(entry.period()))
                    .filter(entry -> after == null || behind(entry, after))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean behind(Entry entry, Position position) {
        int byStart = entry.period().start().compareTo(position.start());
        if (byStart != 0) return byStart > 0;
        int byEvent = entry.event().compareTo(position.event());
        return byEvent != 0 ? byEvent > 0 : entry.rid().isAfter(position.rid());
    }

    private static List<Entry> expanded(EventRow row, Interval range, Set<CalendarAddress> owner) {
        var event = row.event();
        var briefs = Brief.of(event.series(), owner);
        return Expander.expand(event.series(), range, ZoneOffset.UTC).stream()
                .map(instance -> {
                    Instant rid = Moments.key(instance.recurrenceId());
                    return new Entry(
                            row.calId(),
                            row.objId(),
                            row.uid(),
                            row.entityTag(),
                            event.series().lead().revision().sequence(),
                            rid,
                            Moments.period(instance.timing()),
                            Moments.floating(instance.timing().start()),
                            ListingStore.of(briefs, rid),
                            Masking.needed(event.series()),
                            row.created(),
                            row.modified());
                })
                .toList();
    }
}
