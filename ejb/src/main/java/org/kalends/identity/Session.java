package org.kalends.identity;

import java.time.Instant;

/**
 * A live log-in.
 *
 * @param csrfToken to be sent back as {@code X-CSRF-Token} with every unsafe request that is known by cookie
 */
public record Session(Principal principal, String csrfToken, Instant expiresAt) {

    /** A fresh one, with the token that is shown this once. */
    public record Issued(Secret token, Session session) {}
}
