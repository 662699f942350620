package org.kalends.identity;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Who makes the present request; the edge's filter says it. */
@RequestScoped
public class Caller {

    private @Nullable Principal principal;

    public void is(Principal authenticated) {
        principal = authenticated;
    }

    /** @throws CalendarException 401 when nobody is logged in */
    public Principal principal() {
        if (principal == null) throw new CalendarException(Problem.UNAUTHORIZED, "Log in first");
        return principal;
    }

    public boolean known() {
        return principal != null;
    }
}
