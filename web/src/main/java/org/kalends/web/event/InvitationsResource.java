package org.kalends.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.kalends.event.Invitations;
import org.kalends.identity.Caller;

/** Invitations that the caller has not answered and that are not over: events, each series once by its next instance. */
@Path("invitations")
@RequestScoped
@Produces("application/json")
public class InvitationsResource {

    @Inject
    Invitations invitations;

    @Inject
    Caller caller;

    @GET
    public EventsResource.EventPage waiting() {
        var items = invitations.of(caller.principal()).stream()
                .map(entry -> EventRenderer.listed(entry, null))
                .toList();
        return new EventsResource.EventPage(items, null);
    }
}
