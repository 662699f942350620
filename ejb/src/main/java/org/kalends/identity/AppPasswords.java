package org.kalends.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.kalends.database.Ids;
import org.kalends.identity.AppPassword.Scope;
import org.kalends.identity.store.AppPasswordStore;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** A person's app passwords: issued, listed, revoked. */
@Stateless
public class AppPasswords {

    static final int MOST = 50;

    @Inject
    AppPasswordStore passwords;

    @Inject
    AuditLog audit;

    public List<AppPassword> of(Principal owner) {
        return passwords.of(owner.id());
    }

    /** @throws CalendarException 409 when the person has too many */
    public AppPassword.Issued issue(Principal owner, String name, Scope scope) {
        if (passwords.of(owner.id()).size() >= MOST) {
            throw new CalendarException(Problem.CONFLICT, "Revoke one first: there are " + MOST + " app passwords");
        }
        var secret = Secret.random();
        var added = passwords.add(owner.id(), Ids.next(), name, scope, secret.hash());
        audit.note(AuditAction.APP_PASSWORD_ISSUED, added.id());
        return new AppPassword.Issued(secret, added);
    }

    /** At once and on every node. @throws CalendarException 404 when there is none of that id */
    public void revoke(Principal owner, UUID id) {
        if (!passwords.remove(owner.id(), id)) {
            throw new CalendarException(Problem.NOT_FOUND, "There is no app password " + id);
        }
        audit.note(AuditAction.APP_PASSWORD_REVOKED, id);
    }
}
