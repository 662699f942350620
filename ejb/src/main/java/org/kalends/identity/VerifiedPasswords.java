package org.kalends.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that this node found right and that were used lately. An entry binds the password to the stored hash that it matched, which
 * is read anew each time: a password that was changed, on whatever node, is not found here. Neither passwords nor
 * plain digests of them are kept, only HMACs under a key that dies with the process.
 */
@ApplicationScoped
public class VerifiedPasswords {

    static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key =
            new SecretKeySpec(Secret.random().value().getBytes(StandardCharsets.US_ASCII), ALGORITHM);
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param match the pair with the stored hash that it matched */
    private record Known(String match, Instant until) {}

    @Inject
    Clock clock;

    /** Whether the pair was right lately; it may have been changed since. */
    boolean expects(Attempt attempt) {
        var found = known.get(digest(attempt, ""));
        return found != null && clock.instant().isBefore(found.until());
    }

    /** As long as it is used it is known: eight connections of one program would else hash at once every few minutes. */
    boolean knows(Attempt attempt, String storedHash) {
        var now = clock.instant();
        var pair = digest(attempt, "");
        var found = known.get(pair);
        if (found == null || !now.isBefore(found.until())) return false;
        if (!found.match().equals(digest(attempt, storedHash))) return false;
        known.replace(pair, found, new Known(found.match(), now.plus(KEPT)));
        return true;
    }

    void remember(Attempt attempt, String storedHash) {
        var now = clock.instant();
        if (known.size() >= MOST) known.values().removeIf(one -> !now.isBefore(one.until()));
        if (known.size() < MOST) {
            known.put(digest(attempt, ""), new Known(digest(attempt, storedHash), now.plus(KEPT)));
        }
    }

    private String digest(Attempt attempt, String storedHash) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var text = String.join(
                    "\0", attempt.account(), storedHash, attempt.secret().value());
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
