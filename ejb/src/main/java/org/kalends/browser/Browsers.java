package org.kalends.browser;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.kalends.browser.Browser.Endpoint;
import org.kalends.browser.Browser.Registered;
import org.kalends.browser.store.BrowserStore;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** The browsers in which people want to be told of things. */
@Stateless
public class Browsers {

    /** Of one person; the oldest makes room. */
    private static final int MOST = 20;

    private static final int LONGEST_ADDRESS = 2_000;

    @Inject
    BrowserStore store;

    @Inject
    PushSettings settings;

    /** The newest first. */
    public List<Registered> of(Principal owner) {
        return store.of(owner.id());
    }

    /**
     * From now on this one tells him, and nobody else by the same endpoint.
     *
     * @throws CalendarException 400 if pushes cannot or may not go to its endpoint
     */
    public void register(Principal owner, Browser browser) {
        browser.endpoint().ifPresent(this::check);
        store.put(owner.id(), browser, MOST);
    }

    private void check(Endpoint endpoint) {
        if (endpoint.url().length() > LONGEST_ADDRESS)
            throw CalendarException.invalid("endpoint", "has no more than " + LONGEST_ADDRESS + " characters");
        if (!settings.admit(endpoint.url()))
            throw CalendarException.invalid("endpoint", "must be an address like https://push.example.org/abc");
        PushKeys.check(endpoint);
    }

    /** @throws CalendarException 404 where he has no such browser */
    public void forget(Principal owner, UUID id) {
        if (!store.remove(owner.id(), id)) throw new CalendarException(Problem.NOT_FOUND, "There is no browser " + id);
    }
}
