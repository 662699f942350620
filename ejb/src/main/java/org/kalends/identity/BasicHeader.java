package org.kalends.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The header {@code Authorization: Basic}; the pair in UTF-8.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617#section-2">RFC 7617, 2</a>
 */
public final class BasicHeader {

    private static final String SCHEME = "Basic ";

    private BasicHeader() {}

    public static boolean isBasic(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Empty where it cannot be read. */
    public static Optional<Attempt> read(String authorization, String network) {
        try {
            var encoded = authorization.substring(SCHEME.length()).strip();
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0) return Optional.empty();
            return Optional.of(new Attempt(pair.substring(0, colon), new Secret(pair.substring(colon + 1)), network));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no Base64
        }
    }
}
