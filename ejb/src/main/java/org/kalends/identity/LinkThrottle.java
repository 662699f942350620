package org.kalends.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kalends.identity.store.LoginFailureStore;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * Slows down the guessing of secret links from one network, and floods by a link that is known; the counters are rows,
 * so all nodes share them.
 */
@ApplicationScoped
public class LinkThrottle {

    private static final int GUESSES_PER_NETWORK = 60;
    private static final int USES_PER_LINK = 20;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    @Inject
    LoginFailureStore counters;

    /** @throws CalendarException 429 once there were too many */
    public void check(Secret token, String network) {
        var counts = counters.counts(Set.of(guesses(network), uses(token)), WINDOW);
        if (counts.getOrDefault(guesses(network), 0) >= GUESSES_PER_NETWORK
                || counts.getOrDefault(uses(token), 0) >= USES_PER_LINK) {
            throw new CalendarException(
                    Problem.RATE_LIMITED,
                    "Too many attempts; try again in a few minutes",
                    List.of(),
                    Map.of("retryAfter", WINDOW.toSeconds()));
        }
    }

    /** A link led nowhere. */
    public void guessed(String network) {
        counters.count(List.of(guesses(network)), WINDOW);
    }

    /** Something was done by a link that leads somewhere. */
    public void used(Secret token) {
        counters.count(List.of(uses(token)), WINDOW);
    }

    private static String guesses(String network) {
        return "link network " + network;
    }

    private static String uses(Secret token) {
        return "link " + token.fingerprint();
    }
}
