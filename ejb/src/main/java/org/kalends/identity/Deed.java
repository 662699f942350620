package org.kalends.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, for the audit log. It names and never tells: no titles, no secrets.
 *
 * @param actor null when nobody is known, as with a refused log-in
 * @param onBehalfOf whose it is, where that is another
 * @param subject id of what it was done to; empty when unknown
 */
public record Deed(AuditAction action, @Nullable UUID actor, @Nullable UUID onBehalfOf, String subject, Hashes hashes) {

    /** SHA-256 of the states in hexadecimal; null where there is none. */
    public record Hashes(@Nullable String before, @Nullable String after) {
        public static final Hashes NONE = new Hashes(null, null);
    }

    /** @param then what the deed is where the earlier one was done to its subject before */
    public record After(AuditAction earlier, AuditAction then) {}

    public static Deed of(AuditAction action, @Nullable UUID actor, UUID subject) {
        return new Deed(action, actor, null, subject.toString(), Hashes.NONE);
    }
}
