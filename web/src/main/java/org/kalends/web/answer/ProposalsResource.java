package org.kalends.web.answer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.kalends.identity.Caller;
import org.kalends.scheduling.ProposalDeclining;
import org.kalends.web.event.Parameters;

/** Another time that an attendee proposes. To take it is to move the event; not to take it is told here. */
@Path("events/{id}/proposals/{address}")
@RequestScoped
@Produces("application/json")
public class ProposalsResource {

    @Inject
    ProposalDeclining declining;

    @Inject
    Caller caller;

    @DELETE
    public void decline(@PathParam("id") String id, @PathParam("address") String address) {
        declining.decline(caller.principal(), Parameters.id(id), Parameters.address(address));
    }
}
