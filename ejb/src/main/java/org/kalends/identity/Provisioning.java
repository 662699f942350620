package org.kalends.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.kalends.database.Ids;
import org.kalends.identity.store.PrincipalStore;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Principals made and put into groups. */
@Stateless
public class Provisioning {

    @Inject
    PrincipalStore principals;

    @Inject
    Passwords passwords;

    @Inject
    Event<PrincipalCreated> created;

    /** @param password empty for whoever does not log in */
    public Principal register(Registration registration, String password) {
        var id = Ids.next();
        var hash = password.isEmpty() ? "" : passwords.hash(password);
        if (!principals.add(id, registration, hash)) {
            throw new CalendarException(
                    Problem.CONFLICT, "The login or the address of " + registration.login() + " is taken");
        }
        var principal = principals.byIds(List.of(id)).get(0);
        created.fire(new PrincipalCreated(principal));
        return principal;
    }

    public void join(UUID group, UUID member) {
        principals.addMember(group, member);
    }

    /** Whether nobody was ever registered. */
    public boolean nobodyYet() {
        return principals.count() == 0;
    }
}
