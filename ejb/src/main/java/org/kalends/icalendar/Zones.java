package org.kalends.icalendar;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names of zones, as others write them, to the rules of the zone database.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.2.19">RFC 5545, 3.2.19 (TZID)</a>
 */
public final class Zones {

    private static final Set<String> UTC_NAMES = Set.of("UTC", "GMT", "Etc/UTC", "Z");
    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    private Zones() {}

    /** IANA names, those with a vendor's prefix too, and Windows names. */
    public static Optional<ZoneId> find(String tzid) {
        if (UTC_NAMES.contains(tzid)) return Optional.of(ZoneOffset.UTC);
        if (KNOWN.contains(tzid)) return Optional.of(ZoneId.of(tzid));
        var tail = tail(tzid);
        if (tail.isPresent()) return tail;
        var windows = TimeZone.getIDForWindowsID(tzid, "001");
        return windows != null && KNOWN.contains(windows) ? Optional.of(ZoneId.of(windows)) : Optional.empty();
    }

    private static Optional<ZoneId> tail(String tzid) {
        var parts = List.of(tzid.split("/"));
        for (int length = Math.min(3, parts.size() - 1); length >= 2; length--) {
            var name = String.join("/", parts.subList(parts.size() - length, parts.size()));
            if (KNOWN.contains(name)) return Optional.of(ZoneId.of(name));
        }
        return Optional.empty();
    }

    /**
     * A zone that a person chose by its IANA name.
     *
     * @throws DateTimeException if there is none of that name
     */
    public static ZoneId named(String name) {
        if (!KNOWN.contains(name)) throw new DateTimeException("is no IANA time zone");
        return UTC_NAMES.contains(name) ? ZoneOffset.UTC : ZoneId.of(name);
    }
}
