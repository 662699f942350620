package org.kalends.icalendar;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What calendar programs call a zone: IANA names in any case and with a vendor's prefix, Windows names, UTC offsets.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.8.3.1">RFC 5545, 3.8.3.1 (TZID)</a>
 */
public final class Zones {

    private static final int MAX_LENGTH = 200;
    private static final String WORLD = "001"; // CLDR's territory for "anywhere"
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)[+-]\\d{2}:?\\d{2}");
    private static final Map<String, ZoneId> KNOWN = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), Zones::region));

    private Zones() {}

    /** The zone of that name; empty when nobody knows it. UTC under all its names is {@link ZoneOffset#UTC}. */
    public static Optional<ZoneId> find(String name) {
        var clean = name.strip();
        if (clean.isEmpty() || clean.length() > MAX_LENGTH) return Optional.empty();
        return iana(clean).or(() -> prefixed(clean)).or(() -> windows(clean)).or(() -> offset(clean));
    }

    /**
     * A zone that a person chose by its IANA name, spelt as IANA does.
     *
     * @throws DateTimeException if there is none of that name
     */
    public static ZoneId named(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) throw new DateTimeException("is no IANA time zone");
        return region(name);
    }

    private static Optional<ZoneId> iana(String name) {
        return Optional.ofNullable(KNOWN.get(name.toLowerCase(Locale.ROOT)));
    }

    /** {@code /vendor.org/2024a/Europe/Moscow}: the longest tail that is a name. */
    private static Optional<ZoneId> prefixed(String name) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            var found = iana(name.substring(slash + 1));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> windows(String name) {
        return Optional.ofNullable(TimeZone.getIDForWindowsID(name, WORLD)).flatMap(Zones::iana);
    }

    private static Optional<ZoneId> offset(String name) {
        if (!OFFSET.matcher(name).matches()) return Optional.empty();
        try {
            return Optional.of(ZoneOffset.of(name.substring(3)));
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    private static ZoneId region(String id) {
        var zone = ZoneId.of(id);
        return zone.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone;
    }
}
