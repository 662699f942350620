package org.kalends.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kalends.identity.store.SessionStore;
import org.kalends.problem.CalendarException;

/** Account passwords exchanged; whatever the old one opened is closed. */
@Stateless
public class PasswordChange {

    private static final int SHORTEST = 8; // NIST SP 800-63B, 3.1.1.2
    private static final int LONGEST = 1_024;

    @Inject
    Sessions sessions;

    @Inject
    SessionStore store;

    @Inject
    Passwords passwords;

    @Inject
    AuditLog audit;

    /**
     * By the person: every session ends, a fresh one is issued. App passwords stay; they are revoked one by one.
     *
     * @throws CalendarException 400 for a new password that is too short or long, 401 for a wrong present one
     */
    public Session.Issued change(Principal person, Attempt present, String next) {
        var hash = passwords.hash(acceptable("newPassword", next));
        sessions.prove(present);
        store.setPassword(person.id(), hash);
        store.removeAll(person.id());
        audit.note(AuditAction.PASSWORD_CHANGED, person.id());
        return sessions.issue(person);
    }

    /** By an administrator, who may suspect the worst: sessions and app passwords end. */
    public void set(UUID person, String next) {
        store.setPassword(person, passwords.hash(acceptable("password", next)));
        store.removeAll(person);
        store.removeAppPasswords(person);
        audit.note(AuditAction.PASSWORD_SET, person);
    }

    static String acceptable(String field, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw CalendarException.invalid(field, "must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        return password;
    }
}
