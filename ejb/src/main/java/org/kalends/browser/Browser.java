package org.kalends.browser;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.kalends.problem.CalendarException;

/**
 * A browser in which somebody wants to be told of things.
 *
 * @param id chosen by the browser
 * @param name as its owner knows it, {@code Firefox, Linux}
 * @param endpoint where pushes go; without one he is told by open windows alone
 */
public record Browser(UUID id, String name, Optional<Endpoint> endpoint) {

    private static final int LONGEST_NAME = 100;

    /** @throws CalendarException 400 for a name that is empty or too long */
    public Browser {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0)
            throw CalendarException.invalid("name", "must have 1 to " + LONGEST_NAME + " characters");
    }

    /**
     * What a browser gives to be pushed to (RFC 8030, 8291).
     *
     * @param url at the push service
     * @param p256dh the browser's public key, base64url of a point of P-256
     * @param auth the secret that it shares with us, base64url of 16 octets
     */
    public record Endpoint(String url, String p256dh, String auth) {}

    /** One that was turned on, and when. */
    public record Registered(Browser browser, Instant at) {}
}
