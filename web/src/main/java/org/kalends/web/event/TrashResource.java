package org.kalends.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventReading;
import org.kalends.identity.Caller;
import org.kalends.identity.Directory;

/** Deleted events, to be brought back. */
@Path("trash")
@RequestScoped
@Produces("application/json")
public class TrashResource {

    @Inject
    EventReading reading;

    @Inject
    Directory directory;

    @Inject
    Caller caller;

    @GET
    public EventsResource.Page list(@QueryParam("limit") @Nullable String limit) {
        var viewer = caller.principal();
        var mine = EventRenderer.addresses(directory.addressesOf(viewer.id()));
        var items = reading.trash(viewer, Parameters.limit(limit)).stream()
                .map(event -> EventRenderer.whole(event, null, mine, null))
                .toList();
        return new EventsResource.Page(items, null);
    }
}
