package org.kalends.web.admin.upkeep;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kalends.event.Rebuild;
import org.kalends.identity.Caller;

/** {@code POST /admin/rebuild}: all that is derived from the stored texts is computed again. Role admin. */
@Path("admin/rebuild")
@Produces(MediaType.APPLICATION_JSON)
public class RebuildResource {

    @Inject
    Caller caller;

    @Inject
    Rebuild rebuild;

    /** How many events were gone through. */
    public record Report(long events) {}

    @POST
    public Report rebuild() {
        caller.administrator();
        return new Report(rebuild.all());
    }
}
