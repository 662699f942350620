package org.kalends.web.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.kalends.identity.Caller;
import org.kalends.messenger.Linking;

/** How the caller stands to the messenger; another account than his address's is linked by a code said to the bot. */
@Path("settings/messenger")
@RequestScoped
@Produces("application/json")
public class MessengerResource {

    @Inject
    Linking linking;

    @Inject
    Caller caller;

    /** A code, and until when it is good. */
    public record CodeJson(String code, Instant expiresAt) {}

    @GET
    public Linking.State read() {
        return linking.of(caller.principal());
    }

    @POST
    @Path("link")
    @APIResponseSchema(value = CodeJson.class, responseCode = "201")
    public Response link() {
        var issued = linking.issue(caller.inPerson());
        return Response.status(Response.Status.CREATED)
                .entity(new CodeJson(issued.code().value(), issued.expiresAt()))
                .build();
    }

    @DELETE
    @Path("link")
    public void unlink() {
        linking.unlink(caller.inPerson());
    }

    @DELETE
    @Path("refusal")
    public void allow() {
        linking.allow(caller.inPerson());
    }
}
