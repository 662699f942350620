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
public record Browser(UUID id, String name, Optional<Endpoint> endpoint, Instant registeredAt) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 2_000;

    /** @throws CalendarException 400 for a name that is empty or too long */
    public Browser {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            throw CalendarException.invalid("name", "must have 1 to " + LONGEST_NAME + " characters");
    }

    /**
     * What a browser gives to be pushed to (RFC 8030, 8291).
     *
     * @param url at the push service
     * @param p256dh the browser's public key, base64url of a point of P-256
     * @param auth the secret that it shares with us, base64url of 16 octets
     */
    public record Endpoint(String url, String p256dh, String auth) {

        /** @throws CalendarException 400 naming the member that is wrong */
        public Endpoint {
            if (url.length() > LONGEST_ADDRESS)
                throw CalendarException.invalid("endpoint", "has no more than " + LONGEST_ADDRESS + " characters");
            PushKeys.check(p256dh, auth);
        }
    }
}
