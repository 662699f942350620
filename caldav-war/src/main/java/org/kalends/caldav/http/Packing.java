package org.kalends.caldav.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an answer may be compressed by gzip (RFC 9110, 12.5.3). */
final class Packing {

    /** Shorter ones gain nothing, in octets. */
    static final long WORTHWHILE = 1_024;

    private Packing() {}

    static boolean accepted(@Nullable String header) {
        if (header == null) return false;
        boolean any = false;
        for (var part : header.toLowerCase(Locale.ROOT).split(",")) {
            var coding = MediaTypes.bare(part);
            boolean wanted = !MediaTypes.parameter(part, "q").matches("0(\\.0{0,3})?");
            if (coding.equals("gzip") || coding.equals("x-gzip")) return wanted;
            any |= coding.equals("*") && wanted;
        }
        return any;
    }
}
