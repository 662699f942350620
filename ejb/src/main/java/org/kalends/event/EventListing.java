package org.kalends.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.domain.Brief;
import org.kalends.time.Interval;

/**
 * One page of instances.
 *
 * @param next where the next page begins; null on the last
 */
public record EventListing(List<Entry> entries, @Nullable Position next) {

    /**
     * One instance as it is listed.
     *
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
            Instant created,
            Instant modified) {}

    /** Order of the listing: by start, then by event and instance. */
    public record Position(Instant start, UUID event, Instant rid) {}
}
