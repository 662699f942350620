package org.kalends.event;

import java.time.Instant;
import java.util.UUID;
import org.kalends.icalendar.EventSeries;

/**
 * An event as it stands in one home.
 *
 * @param home whose home it is in; the owner's id
 * @param etag strong entity tag without quotes
 * @param ical the stored text, the truth that {@code series} was read from
 */
public record StoredEvent(
        UUID home,
        UUID calendar,
        UUID id,
        String name,
        String etag,
        String ical,
        EventSeries series,
        Instant created,
        Instant modified) {}
