package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.EventListing.Entry;
import org.kalends.event.EventListing.Position;
import org.kalends.event.domain.Masking;
import org.kalends.event.store.EventRow;
import org.kalends.event.store.EventStore;
import org.kalends.event.store.ListingStore;
import org.kalends.event.store.OverlayStore;
import org.kalends.event.store.OverlayStore.Own;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.sharing.Level;
import org.kalends.time.Interval;

/** Events read: one, a range, the trash. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS) // a read needs no beginning and no commit
public class EventReading {

    /** No zone lies farther from UTC. */
    private static final Duration FLOATING_MARGIN = Duration.ofHours(14);

    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry e) -> e.period().start())
            .thenComparing(Entry::event)
            .thenComparing(Entry::rid);

    @Inject
    EventStore store;

    @Inject
    ListingStore listing;

    @Inject
    OverlayStore overlays;

    @Inject
    EventSight sight;

    @Inject
    Access access;

    @Inject
    FarInstances far;

    /**
     * What to list.
     *
     * @param calendars ids that the viewer named; empty for all that he may read
     * @param words to be found in title, place, description or among the attendees; empty for all
     */
    public record Range(
            Principal viewer, Collection<UUID> calendars, Interval interval, String words, @Nullable Position after) {}

    /** @throws CalendarException 404 if there is none that the viewer may see, 403 where he sees when it is and no more */
    public Seen require(Principal viewer, UUID event) {
        return sight.require(viewer, event, Level.READ);
    }

    /**
     * For who wants to do something with it.
     *
     * @throws CalendarException 403 where he may do less
     */
    public Seen require(Principal viewer, UUID event, Level least) {
        return sight.require(viewer, event, least);
    }

    /** The id of the event of that UID: his own copy before those in calendars of others. */
    public Optional<UUID> find(Principal viewer, Uid uid) {
        return listing.byUid(access.visible(viewer), uid, viewer.id());
    }

    /** Changes whenever anything changes that the range could show. */
    public String stateOf(Principal viewer, Collection<UUID> calendars) {
        return visible(viewer, calendars).stream()
                .map(c -> c.id() + ":" + c.sequence() + ":" + c.rights())
                .collect(Collectors.joining(","));
    }

    public EventListing list(Range range, int limit) {
        var calendars = visible(range.viewer(), range.calendars());
        if (calendars.isEmpty()) return EventListing.NOTHING;
        var widened = new Interval(
                range.interval().start().minus(FLOATING_MARGIN),
                range.interval().end().plus(FLOATING_MARGIN));
        var query = query(calendars, widened, range.words());
        var entries = new ArrayList<>(listing.list(query, range.after(), limit + 1));
        entries.addAll(far.of(query, range.after(), limit + 1));
        entries.sort(ORDER);
        boolean more = entries.size() > limit;
        var page = more ? entries.subList(0, limit) : entries;
        var last = more ? page.get(page.size() - 1) : null;
        var listed = new EventListing(
                page.stream().filter(entry -> shown(entry, range)).toList(),
                calendars,
                last == null ? null : new Position(last.period().start(), last.event(), last.rid()));
        return masked(listed, range.viewer().language());
    }

    /** Who may see only when a calendar is busy finds nothing by words. */
    private static ListingStore.Query query(List<CalendarCollection> calendars, Interval range, String words) {
        var searched = calendars.stream()
                .filter(c -> words.isEmpty() || c.rights().holds(Level.READ))
                .toList();
        return new ListingStore.Query(
                searched.stream().map(CalendarCollection::home).distinct().toList(),
                searched.stream().map(CalendarCollection::id).toList(),
                searched.stream()
                        .filter(c -> !c.rights().seesPrivate())
                        .map(CalendarCollection::id)
                        .toList(),
                range,
                words);
    }

    private static EventListing masked(EventListing listed, Locale language) {
        var entries = listed.entries().stream()
                .filter(entry ->
                        listed.rights(entry).holds(Level.READ) || entry.brief().takesTime())
                .map(entry -> listed.hidden(entry) ? entry.masked(Masking.of(entry.brief(), language)) : entry)
                .toList();
        return new EventListing(entries, listed.calendars(), listed.next());
    }

    private List<CalendarCollection> visible(Principal viewer, Collection<UUID> wanted) {
        return access.visible(viewer).stream()
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

    /** Attendees and all, for a page of entries. */
    public Map<UUID, StoredEvent> whole(Principal viewer, EventListing listed) {
        var told = listed.entries().stream()
                .filter(entry -> !listed.hidden(entry))
                .map(Entry::event)
                .distinct()
                .toList();
        var homes = listed.calendars().stream()
                .map(CalendarCollection::home)
                .distinct()
                .toList();
        var rows = store.findAll(homes, told);
        boolean others = listed.calendars().stream().anyMatch(CalendarCollection::shared);
        var said = others ? overlays.of(viewer.id(), homes, told) : Map.<UUID, Own>of();
        return rows.stream()
                .map(EventRow::event)
                .collect(Collectors.toMap(
                        StoredEvent::id,
                        event -> Overlaying.seen(viewer.id(), event, said.getOrDefault(event.id(), Own.NOTHING))));
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
