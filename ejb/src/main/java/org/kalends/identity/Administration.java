package org.kalends.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.kalends.database.Ids;
import org.kalends.identity.Principal.Kind;
import org.kalends.identity.Principal.Role;
import org.kalends.identity.store.AdministrationStore;
import org.kalends.identity.store.PrincipalStore;
import org.kalends.identity.store.SessionStore;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * The directory kept by administrators. Whoever is retired keeps his row and his addresses, so that old events go on
 * naming him and nobody inherits what is sent to him. No administrator shuts himself out.
 */
@Stateless
public class Administration {

    @Inject
    AdministrationStore records;

    @Inject
    PrincipalStore principals;

    @Inject
    SessionStore sessions;

    @Inject
    Passwords passwords;

    @Inject
    Caller caller;

    @Inject
    AuditLog audit;

    @Inject
    Event<PrincipalCreated> created;

    @Inject
    Event<PersonChanged> changed;

    /** By login, those after {@code after}; retired ones are left out. */
    public List<DirectoryRecord> list(Kind kind, String query, String after, int limit) {
        return records.list(kind, query, after, limit);
    }

    /** @throws CalendarException 404 */
    public DirectoryRecord find(Kind kind, UUID id) {
        return records.find(kind, id)
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "There is nobody of the id " + id));
    }

    /** @param password empty for whoever does not log in yet @throws CalendarException 409 when a name is taken */
    public DirectoryRecord create(Draft draft, String password) {
        var id = Ids.next();
        var hash = password.isEmpty() ? "" : passwords.hash(PasswordChange.acceptable("password", password));
        free(id, draft);
        if (!principals.add(id, draft.registration(), hash))
            throw taken(draft.registration().login());
        records.replace(id, draft);
        created.fire(new PrincipalCreated(principals.byIds(List.of(id)).get(0)));
        audit.note(AuditAction.PRINCIPAL_CREATED, id);
        return find(draft.registration().kind(), id);
    }

    /** An address that is given up becomes an alias. */
    public DirectoryRecord change(Kind kind, UUID id, UnaryOperator<Draft> edit) {
        records.lock();
        var before = find(kind, id).draft();
        var after = edit.apply(before);
        if (after.equals(before)) return find(kind, id);
        if (after.registration().role() != Role.ADMIN) notSelf(id, before);
        free(id, after);
        records.replace(id, after);
        if (!sameClockAndAddresses(before, after)) changed.fire(new PersonChanged(id));
        audit.note(AuditAction.PRINCIPAL_CHANGED, id);
        return find(kind, id);
    }

    private static boolean sameClockAndAddresses(Draft before, Draft after) {
        var old = before.registration();
        var now = after.registration();
        return old.zone().equals(now.zone())
                && old.address().equals(now.address())
                && before.aliases().equals(after.aliases());
    }

    /** Ends every session; app passwords are refused while it lasts. */
    public void block(Kind kind, UUID id) {
        notSelf(id, find(kind, id).draft());
        records.block(id);
        sessions.removeAll(id);
        audit.note(AuditAction.PRINCIPAL_BLOCKED, id);
    }

    public void unblock(Kind kind, UUID id) {
        find(kind, id);
        records.unblock(id);
        audit.note(AuditAction.PRINCIPAL_UNBLOCKED, id);
    }

    public void retire(Kind kind, UUID id) {
        notSelf(id, find(kind, id).draft());
        records.retire(id);
        sessions.removeAll(id);
        sessions.removeAppPasswords(id);
        audit.note(AuditAction.PRINCIPAL_RETIRED, id);
    }

    private void notSelf(UUID id, Draft present) {
        boolean self = caller.known() && caller.principal().id().equals(id);
        if (self && present.registration().role() == Role.ADMIN) {
            throw new CalendarException(Problem.CONFLICT, "Another administrator has to do this");
        }
    }

    private void free(UUID id, Draft draft) {
        records.lock();
        records.taken(id, draft).ifPresent(name -> {
            throw taken(name);
        });
    }

    private static CalendarException taken(String name) {
        return new CalendarException(Problem.CONFLICT, name + " is taken");
    }
}
