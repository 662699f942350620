package org.kalends.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;

/**
 * An iTIP message as it is stored, once for all its recipients.
 *
 * @param home of whoever sends it
 * @param series what it tells; recipients inside see their own view of it
 */
public record ItipMessage(UUID home, UUID id, Method method, EventSeries series, UUID actor, Instant at) {

    /** Nobody here sent it, so it lies in the home of him whom it is for. */
    boolean cameFromOutside(UUID recipient) {
        return home.equals(recipient);
    }
}
