package org.kalends.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kalends.identity.store.SessionStore;
import org.kalends.identity.store.SessionStore.Account;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Log-ins: issued against a password, validated by their token, ended by log-out, idleness or age. */
@Stateless
public class Sessions {

    @Inject
    SessionStore sessions;

    @Inject
    Passwords passwords;

    @Inject
    LoginThrottle throttle;

    @Inject
    @ConfigProperty(name = "kalends.identity.session-idle", defaultValue = "PT12H")
    Duration idle;

    @Inject
    @ConfigProperty(name = "kalends.identity.session-age", defaultValue = "P14D")
    Duration age;

    /** @throws CalendarException 401 for a wrong pair, 429 after too many, both alike for unknown and known accounts */
    public Session.Issued logIn(Attempt attempt) {
        throttle.check(attempt.account(), attempt.network());
        var found = attempt.plausible() ? sessions.account(attempt.account()) : Optional.<Account>empty();
        if (!attempt.plausible() || !matches(attempt, found) || found.isEmpty()) {
            throttle.failed(attempt.account(), attempt.network());
            throw new CalendarException(Problem.UNAUTHORIZED, "The login or the password is wrong");
        }
        throttle.succeeded(attempt.account());
        var token = Secret.random();
        return new Session.Issued(token, sessions.add(found.get().principal(), token.hash(), age));
    }

    private boolean matches(Attempt attempt, Optional<Account> account) {
        return passwords.matches(
                attempt.secret().value(), account.map(Account::passwordHash).orElse(""));
    }

    /** The live session of that token; marks it as used, at most once a minute. */
    public Optional<Session> validate(Secret token) {
        return sessions.find(token.hash(), idle);
    }

    public void end(Secret token) {
        sessions.remove(token.hash());
    }
}
