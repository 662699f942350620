package org.kalends.caldav.http;

import org.jspecify.annotations.Nullable;

/** How far below the resource a request goes (RFC 4918, 10.2). */
public enum Depth {
    ZERO,
    ONE,
    INFINITY;

    /** @throws Refusal 400 for any other word */
    public static Depth of(@Nullable String header, Depth absent) {
        if (header == null) return absent;
        return switch (header.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "0" -> ZERO;
            case "1", "1,noroot" -> ONE;
            case "infinity", "infinity,noroot" -> INFINITY;
            default -> throw Refusal.badRequest("Depth is 0, 1 or infinity");
        };
    }
}
