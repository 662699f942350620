package org.kalends.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A password for one device or script; the secret itself is known only to whoever made it.
 *
 * @param lastUsedAt exact to a minute; null when never used
 */
public record AppPassword(UUID id, String name, Scope scope, Instant createdAt, @Nullable Instant lastUsedAt) {

    /** Where it is accepted. */
    public enum Scope {
        CALDAV,
        REST
    }

    /** A fresh one, with the secret that is shown this once. */
    public record Issued(Secret secret, AppPassword password) {}
}
