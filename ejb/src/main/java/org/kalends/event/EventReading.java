package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.Access;
import org.kalends.calendar.domain.Calendar;
import org.kalends.event.EventListing.Entry;
import org.kalends.event.EventListing.Position;
import org.kalends.event.domain.Brief;
import org.kalends.event.domain.Horizon;
import org.kalends.event.domain.Moments;
import org.kalends.event.store.EventRow;
import org.kalends.event.store.EventStore;
import org.kalends.event.store.ListingStore;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.time.Interval;

/** Events read: one, a range, the trash. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS) // a read needs no beginning and no commit
public class EventReading {

    /** No zone lies farther from UTC. */
    private static final Duration FLOATING_MARGIN = Duration.ofHours(14);

    private static final Duration STRIDE = Duration.ofDays(366);

    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry e) -> e.period().start())
            .thenComparing(Entry::event)
            .thenComparing(Entry::rid);

    @Inject
    EventStore store;

    @Inject
    ListingStore listing;

    @Inject
    Access access;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /**
     * What to list.
     *
     * @param calendars ids that the viewer named; empty for all that he may read
     * @param words to be found in title, place, description or among the attendees; empty for all
     */
    public record Range(
            Principal viewer, Collection<UUID> calendars, Interval interval, String words, @Nullable Position after) {}

    /** @throws CalendarException 404 if there is none that the viewer may see */
    public StoredEvent require(Principal viewer, UUID event) {
        return store.find(viewer.id(), event)
                .filter(row -> row.deletedAt() == null)
                .map(EventRow::event)
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "There is no event " + event));
    }

    /** Changes whenever anything changes that the range could show. */
    public String stateOf(Principal viewer, Collection<UUID> calendars) {
        return readable(viewer, calendars).stream()
                .map(c -> c.id() + ":" + c.changeSequence())
                .collect(Collectors.joining(","));
    }

    public EventListing list(Range range, int limit) {
        var calendars = readable(range.viewer(), range.calendars()).stream()
                .map(Calendar::id)
                .toList();
        if (calendars.isEmpty()) return new EventListing(List.of(), null);
        var widened = new Interval(
                range.interval().start().minus(FLOATING_MARGIN),
                range.interval().end().plus(FLOATING_MARGIN));
        var query = new ListingStore.Query(range.viewer().id(), calendars, widened, range.words());
        var entries = new ArrayList<>(listing.list(query, range.after(), limit + 1));
        entries.addAll(beyondHorizon(query, range.after(), limit + 1));
        entries.sort(ORDER);
        boolean more = entries.size() > limit;
        var page = more ? entries.subList(0, limit) : entries;
        var last = more ? page.get(page.size() - 1) : null;
        return new EventListing(
                page.stream().filter(entry -> shown(entry, range)).toList(),
                last == null ? null : new Position(last.period().start(), last.event(), last.rid()));
    }

    private List<Calendar> readable(Principal viewer, Collection<UUID> wanted) {
        return access.readable(viewer).stream()
                .filter(calendar -> wanted.isEmpty() || wanted.contains(calendar.id()))
                .toList();
    }

    /** Days and floating times are judged in the viewer's zone; the statement could only widen. */
    private static boolean shown(Entry entry, Range range) {
        var period = entry.period();
        if (entry.floating()) {
            var zone = range.viewer().zone();
            period = new Interval(
                    period.start()
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDateTime()
                            .atZone(zone)
                            .toInstant(),
                    period.end()
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDateTime()
                            .atZone(zone)
                            .toInstant());
        }
        return period.overlaps(range.interval());
    }

    private List<Entry> beyondHorizon(ListingStore.Query query, @Nullable Position after, int limit) {
        if (new Horizon(clock.instant()).contains(query.range())) return List.of();
        var entries = new ArrayList<Entry>();
        var owner = new HashSet<CalendarAddress>(directory.addressesOf(query.home()));
        for (var beyond : listing.beyond(query)) entries.addAll(first(beyond, query.range(), owner, after, limit));
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
                            row.created(),
                            row.modified());
                })
                .toList();
    }

    /** Attendees and all, for a page of entries. */
    public Map<UUID, StoredEvent> whole(Principal viewer, Collection<UUID> events) {
        return store.findAll(viewer.id(), events).stream().collect(Collectors.toMap(EventRow::objId, EventRow::event));
    }

    /**
     * Deleted events, the latest first.
     *
     * @param after the last one seen; null to begin
     */
    public List<StoredEvent> trash(Principal viewer, @Nullable UUID after, int limit) {
        return store.trash(viewer.id(), after, limit).stream()
                .map(EventRow::event)
                .toList();
    }
}
