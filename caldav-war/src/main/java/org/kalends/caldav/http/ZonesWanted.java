package org.kalends.caldav.http;

import org.jspecify.annotations.Nullable;

/**
 * Whether a client wants to be told what zones mean that everybody knows: the header {@code CalDAV-Timezones}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7809#section-5.1">RFC 7809, 5.1</a>
 */
public enum ZonesWanted {
    /** No word of it. */
    AS_STORED,
    DEFINED,
    BY_NAME;

    static ZonesWanted of(@Nullable String header) {
        if (header == null) return AS_STORED;
        return switch (header.strip()) {
            case "T" -> DEFINED;
            case "F" -> BY_NAME;
            default -> throw Refusal.badRequest("CalDAV-Timezones is T or F");
        };
    }
}
