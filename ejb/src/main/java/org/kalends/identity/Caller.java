package org.kalends.identity;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Who makes the present request; the edge's filter says it. */
@RequestScoped
public class Caller {

    private @Nullable Principal principal;
    private Proof proof = Proof.SESSION;
    private String network = "";
    private String client = "";

    /** By what he is known. */
    public enum Proof {
        SESSION,
        APP_PASSWORD
    }

    public void is(Principal authenticated, Proof by) {
        principal = authenticated;
        proof = by;
    }

    /**
     * For what a device's password must not reach.
     *
     * @throws CalendarException 401 when nobody is logged in, 403 when an app password made the request
     */
    public Principal inPerson() {
        if (proof == Proof.APP_PASSWORD)
            throw new CalendarException(Problem.FORBIDDEN, "An app password cannot do this");
        return principal();
    }

    /** @throws CalendarException 401 when nobody is logged in */
    public Principal principal() {
        if (principal == null) throw new CalendarException(Problem.UNAUTHORIZED, "Log in first");
        return principal;
    }

    /** @throws CalendarException 401 when nobody is logged in, 403 when he is no administrator */
    public Principal administrator() {
        if (principal().role() != Principal.Role.ADMIN) {
            throw new CalendarException(Problem.FORBIDDEN, "Only administrators may do this");
        }
        return principal();
    }

    /** Where the request comes from and what the program calls itself, known before who asks is. */
    public void comes(String fromNetwork, String byClient) {
        network = fromNetwork;
        client = byClient;
    }

    /** The network address; empty when the work comes from inside. */
    public String network() {
        return network;
    }

    public String client() {
        return client;
    }

    public boolean known() {
        return principal != null;
    }
}
