package org.kalends.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.kalends.event.EditLock;
import org.kalends.identity.Caller;

/** The edit lock of an event: taken or renewed, given back, seen. */
@Path("events/{id}/edit-lock")
@RequestScoped
@Produces("application/json")
public class EditLockResource {

    @Inject
    EditLock lock;

    @Inject
    Caller caller;

    @PathParam("id")
    String id = "";

    /** The lock that the caller holds now. */
    public record LeaseJson(UUID token, Instant until) {}

    @PUT
    @APIResponseSchema(LeaseJson.class)
    public Response acquire() {
        return lock.acquire(caller.principal(), Parameters.id(id))
                .match(
                        acquired -> Response.ok(new LeaseJson(
                                        acquired.lease().token(),
                                        acquired.lease().until()))
                                .build(),
                        held -> Refusals.locked(held.holder()));
    }

    @GET
    public Response see() {
        return lock.see(caller.principal(), Parameters.id(id))
                .map(holder -> {
                    var json = EventRenderer.holder(holder);
                    return Response.ok(Map.of(
                                    "holder", Map.of("name", json.name(), "address", json.address()),
                                    "until", json.until()))
                            .build();
                })
                .orElseGet(() -> Response.noContent().build());
    }

    @DELETE
    public Response release() {
        lock.release(caller.principal(), Parameters.id(id));
        return Response.noContent().build();
    }
}
