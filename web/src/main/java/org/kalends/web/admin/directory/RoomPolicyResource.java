package org.kalends.web.admin.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;
import org.kalends.room.RoomPolicies;
import org.kalends.web.event.Parameters;

/** Whom a room takes, and when. Role admin. */
@Path("admin/rooms/{id}/policy")
@RequestScoped
@Produces("application/json")
public class RoomPolicyResource {

    @Inject
    RoomPolicies policies;

    @Inject
    Caller caller;

    @GET
    public PolicyJson read(@PathParam("id") String id) {
        caller.administrator();
        return PolicyJson.of(policies.of(Parameters.id(id)));
    }

    /** The whole policy anew; what is left out does not matter to the room. */
    @PUT
    @Consumes("application/json")
    public PolicyJson set(@PathParam("id") String id, @Nullable PolicyJson input) {
        caller.administrator();
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        var policy = input.read();
        policies.set(Parameters.id(id), policy);
        return PolicyJson.of(policy);
    }
}
