package org.kalends.event.resource;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar object resource, as its columns tell it.
 *
 * @param name the last segment of its address, chosen by the client
 * @param etag strong entity tag without quotes
 * @param scheduleTag without quotes; null unless it is a scheduling object
 * @param size of the text in octets
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-4.1">RFC 4791, 4.1</a>
 */
public record CalendarObject(
        UUID calendar,
        UUID id,
        String name,
        Component component,
        String etag,
        @Nullable String scheduleTag,
        int size,
        Instant created,
        Instant modified)
        implements Member {

    CalendarObject tagged(String other) {
        return new CalendarObject(calendar, id, name, component, other, scheduleTag, size, created, modified);
    }
}
