package org.kalends.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kalends.identity.AppPassword.Scope;
import org.kalends.identity.store.AppPasswordStore;
import org.kalends.identity.store.AppPasswordStore.Match;
import org.kalends.identity.store.SessionStore;
import org.kalends.identity.store.SessionStore.Account;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * Who sends his name and a secret with every request (RFC 7617). An app password costs one statement; the account's
 * own password, which CalDAV may take, costs its slow hash once in a few minutes and one statement otherwise.
 *
 * <p>Guesses are throttled as log-ins are. What proves right is let in even then: nobody can lock another's devices out
 * by guessing, and 256 random bits are not guessed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS) // a read needs no beginning and no commit
public class Verification {

    @Inject
    AppPasswordStore appPasswords;

    @Inject
    SessionStore accounts;

    @Inject
    Passwords passwords;

    @Inject
    VerifiedPasswords verified;

    @Inject
    LoginThrottle throttle;

    @Inject
    AuditLog audit;

    @Inject
    IdentitySettings settings;

    /** @throws CalendarException 401 for a wrong pair, 403 for a right one of another scope or of who is blocked, 429 after too many */
    public Principal verify(Attempt attempt, Scope scope) {
        if (!attempt.plausible()) throw refused(attempt);
        var again = provedBefore(attempt, scope);
        if (again.isPresent()) return again.get();
        var match = appPasswords.match(attempt.account(), attempt.secret().hash());
        if (match.isPresent()) return inScope(match.get(), scope);
        return accountPassword(attempt, scope).orElseThrow(() -> refused(attempt));
    }

    private Principal inScope(Match match, Scope scope) {
        if (match.blocked()) throw blocked();
        if (match.scope() != scope) {
            throw new CalendarException(Problem.FORBIDDEN, "This app password is made for something else");
        }
        if (match.untouched()) appPasswords.touch(match.principal().id(), match.id());
        return match.principal();
    }

    /** So that a client that sends the account's password is not taken for one with an app password each time. */
    private Optional<Principal> provedBefore(Attempt attempt, Scope scope) {
        if (!takesAccountPassword(scope) || !verified.expects(attempt)) return Optional.empty();
        return accounts.account(attempt.account())
                .filter(account -> verified.knows(attempt, account.passwordHash()))
                .map(Verification::welcome);
    }

    private static Principal welcome(Account account) {
        if (account.blocked()) throw blocked();
        return account.principal();
    }

    /** Told only to who knows the password; his program need not ask for another. */
    private static CalendarException blocked() {
        return new CalendarException(Problem.FORBIDDEN, "The account is blocked");
    }

    private boolean takesAccountPassword(Scope scope) {
        return scope == Scope.CALDAV && settings.accountPasswordOverCaldav();
    }

    private Optional<Principal> accountPassword(Attempt attempt, Scope scope) {
        if (!takesAccountPassword(scope)) return Optional.empty();
        var account = accounts.account(attempt.account());
        var hash = account.map(Account::passwordHash).orElse("");
        throttle.check(attempt.account(), attempt.network());
        if (!passwords.matches(attempt.secret().value(), hash)) return Optional.empty();
        verified.remember(attempt, hash);
        return account.map(Verification::welcome);
    }

    private CalendarException refused(Attempt attempt) {
        throttle.check(attempt.account(), attempt.network());
        throttle.failed(attempt.account(), attempt.network());
        audit.noteRefused(new Deed(AuditAction.LOG_IN_REFUSED, null, null, "", Deed.Hashes.NONE));
        return new CalendarException(Problem.UNAUTHORIZED, "The login or the password is wrong");
    }
}
