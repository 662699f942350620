package org.kalends.web.browser;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.browser.Browser.Registered;
import org.kalends.browser.Browsers;
import org.kalends.browser.PushKeys;
import org.kalends.browser.PushSettings;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;
import org.kalends.web.event.Parameters;

/** The browsers that tell the caller of things. */
@Path("browsers")
@RequestScoped
@Produces("application/json")
public class BrowsersResource {

    @Inject
    Browsers browsers;

    @Inject
    PushKeys keys;

    @Inject
    PushSettings settings;

    @Inject
    Caller caller;

    /** One of them; {@code push}: also while no window is open. */
    public record BrowserJson(UUID id, String name, boolean push, Instant registeredAt) {

        static BrowserJson of(Registered registered) {
            var browser = registered.browser();
            return new BrowserJson(
                    browser.id(), browser.name(), browser.endpoint().isPresent(), registered.at());
        }
    }

    /**
     * All of them, the newest first.
     *
     * @param applicationServerKey for subscribing to pushes; null where there are none
     */
    public record Listing(List<BrowserJson> items, @Nullable String applicationServerKey) {}

    @GET
    public Listing list() {
        var items =
                browsers.of(caller.principal()).stream().map(BrowserJson::of).toList();
        return new Listing(items, settings.enabled() ? keys.applicationServerKey() : null);
    }

    /** It tells him from now on; under an id of its own choice, so that it may say so again. */
    @PUT
    @Path("{id}")
    @Consumes("application/json")
    public void register(@PathParam("id") String id, @Nullable BrowserInput input) {
        if (input == null) throw CalendarException.invalid("body", "must be a browser");
        browsers.register(caller.inPerson(), input.read(Parameters.id(id)));
    }

    @DELETE
    @Path("{id}")
    public void forget(@PathParam("id") String id) {
        browsers.forget(caller.inPerson(), Parameters.id(id));
    }
}
