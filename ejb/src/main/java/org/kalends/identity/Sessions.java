package org.kalends.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
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
    AuditLog audit;

    @Inject
    IdentitySettings settings;

    /** @throws CalendarException 401 for a wrong pair, 429 after too many, both alike for unknown and known accounts */
    public Session.Issued logIn(Attempt attempt) {
        var principal = prove(attempt);
        audit.note(Deed.of(AuditAction.LOG_IN, principal.id(), principal.id()));
        return issue(principal);
    }

    /** Whose the pair is; refuses as a log-in does. */
    public Principal prove(Attempt attempt) {
        throttle.check(attempt.account(), attempt.network());
        var found = attempt.plausible() ? sessions.account(attempt.account()) : Optional.<Account>empty();
        boolean proved = attempt.plausible() && matches(attempt, found);
        if (!proved || found.isEmpty() || found.get().blocked()) {
            throttle.failed(attempt.account(), attempt.network());
            var subject =
                    found.map(account -> account.principal().id().toString()).orElse("");
            audit.noteRefused(new Deed(AuditAction.LOG_IN_REFUSED, null, null, subject, Deed.Hashes.NONE));
            throw new CalendarException(Problem.UNAUTHORIZED, "The login or the password is wrong");
        }
        throttle.succeeded(attempt.account());
        return found.get().principal();
    }

    /** A person who has too many loses those that were used longest ago. */
    public Session.Issued issue(Principal principal) {
        var token = Secret.random();
        var session = sessions.add(principal, token.hash(), settings.age());
        sessions.keepNewest(principal.id(), settings.perPerson());
        return new Session.Issued(token, session);
    }

    private boolean matches(Attempt attempt, Optional<Account> account) {
        return passwords.matches(
                attempt.secret().value(), account.map(Account::passwordHash).orElse(""));
    }

    /** The live session of that token; marks it as used, at most once a minute. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Session> validate(Secret token) {
        return sessions.find(token.hash(), settings.idle());
    }

    public void end(Secret token) {
        sessions.remove(token.hash()).ifPresent(owner -> audit.note(Deed.of(AuditAction.LOG_OUT, owner, owner)));
    }
}
