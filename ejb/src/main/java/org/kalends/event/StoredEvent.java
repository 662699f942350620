package org.kalends.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventSeries;

/**
 * An event as it stands in one home.
 *
 * @param home whose home it is in; the owner's id
 * @param etag strong entity tag without quotes
 * @param scheduleTag changes with all but answers that were delivered; null unless it is a scheduling object
 * @param ical the stored text, the truth that {@code series} was read from
 */
public record StoredEvent(
        UUID home,
        UUID calendar,
        UUID id,
        String name,
        String etag,
        @Nullable UUID scheduleTag,
        String ical,
        EventSeries series,
        Instant created,
        Instant modified) {}
