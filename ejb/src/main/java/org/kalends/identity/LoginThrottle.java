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

/** Slows down guessing, per account and per network address; the counters are rows, so all nodes share them. */
@ApplicationScoped
public class LoginThrottle {

    static final int FAILURES_PER_ACCOUNT = 10;
    static final int FAILURES_PER_NETWORK = 100;
    private static final int LONGEST_SUBJECT = 254; // an index row holds 2,704 bytes
    static final Duration WINDOW = Duration.ofMinutes(5);

    @Inject
    LoginFailureStore failures;

    void check(String account, String network) {
        var counts = failures.counts(Set.of(accountKey(account), networkKey(network)), WINDOW);
        if (counts.getOrDefault(accountKey(account), 0) >= FAILURES_PER_ACCOUNT
                || counts.getOrDefault(networkKey(network), 0) >= FAILURES_PER_NETWORK) {
            throw new CalendarException(
                    Problem.RATE_LIMITED,
                    "Too many failed log-ins; try again in a few minutes",
                    List.of(),
                    Map.of("retryAfter", WINDOW.toSeconds()));
        }
    }

    void failed(String account, String network) {
        failures.count(List.of(accountKey(account), networkKey(network)), WINDOW);
    }

    void succeeded(String account) {
        failures.forget(accountKey(account));
    }

    private static String accountKey(String account) {
        boolean storable = account.length() <= LONGEST_SUBJECT && account.indexOf('\0') < 0;
        return "account " + (storable ? account : new Secret(account).fingerprint());
    }

    private static String networkKey(String network) {
        return "network " + network;
    }
}
