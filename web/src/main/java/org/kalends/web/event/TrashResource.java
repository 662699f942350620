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
    public EventsResource.EventPage list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        var viewer = caller.principal();
        var mine = EventRenderer.addresses(directory.addressesOf(viewer.id()));
        int most = Parameters.limit(limit);
        var found = reading.trash(viewer, Parameters.after(cursor), most + 1);
        boolean more = found.size() > most;
        var items = (more ? found.subList(0, most) : found)
                .stream()
                        .map(event -> EventRenderer.whole(event, null, mine, null))
                        .toList();
        var last = more ? found.get(most - 1).id().toString() : null;
        return new EventsResource.EventPage(items, last);
    }
}
