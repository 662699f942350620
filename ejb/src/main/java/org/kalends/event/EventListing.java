package org.kalends.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.domain.Brief;
import org.kalends.sharing.Level;
import org.kalends.sharing.Rights;
import org.kalends.time.Interval;

/**
 * One page of instances.
 *
 * @param calendars that were looked into, as the viewer sees them
 * @param next where the next page begins; null on the last
 */
public record EventListing(List<Entry> entries, List<CalendarCollection> calendars, @Nullable Position next) {

    static final EventListing NOTHING = new EventListing(List.of(), List.of(), null);

    /** Of the viewer with the calendar of an entry. */
    public Rights rights(Entry entry) {
        return calendars.stream()
                .filter(calendar -> calendar.id().equals(entry.calendar()))
                .findFirst()
                .map(CalendarCollection::rights)
                .orElseThrow();
    }

    /** Whether the viewer may change what he sees of it. */
    public boolean editable(Entry entry) {
        return rights(entry).holds(Level.WRITE) && !hidden(entry);
    }

    /** Whether no more is told of it than when it is. */
    boolean hidden(Entry entry) {
        var rights = rights(entry);
        return !rights.holds(Level.READ) || entry.classified() && !rights.seesPrivate();
    }

    /**
     * One instance as it is listed.
     *
     * @param classified whether it is private or confidential
     * @param rid which instance, as a moment; days and floating times as if UTC
     * @param period as instants; days and floating times as if UTC
     */
    public record Entry(
            UUID calendar,
            UUID event,
            String uid,
            String etag,
            int sequence,
            Instant rid,
            Interval period,
            boolean floating,
            Brief brief,
            boolean classified,
            Instant created,
            Instant modified) {

        /** With no more than when it is; its UID would tell whose copies are the same. */
        Entry masked(Brief mask) {
            return new Entry(
                    calendar,
                    event,
                    event.toString(),
                    etag,
                    sequence,
                    rid,
                    period,
                    floating,
                    mask,
                    classified,
                    created,
                    modified);
        }
    }

    /** Order of the listing: by start, then by event and instance. */
    public record Position(Instant start, UUID event, Instant rid) {}
}
