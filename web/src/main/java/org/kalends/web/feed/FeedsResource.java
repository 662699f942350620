package org.kalends.web.feed;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kalends.feed.Feed;
import org.kalends.feed.Feed.Level;
import org.kalends.feed.Feeds;
import org.kalends.identity.Caller;
import org.kalends.identity.Secret;
import org.kalends.problem.CalendarException;
import org.kalends.web.event.Parameters;

/** Secret addresses of one's own calendars; each is told once, when it is made. */
@Path("calendars/{id}/feeds")
@RequestScoped
@Produces("application/json")
public class FeedsResource {

    @Inject
    Feeds feeds;

    @Inject
    Caller caller;

    @Inject
    @ConfigProperty(name = "kalends.base-url", defaultValue = "http://127.0.0.1:8080")
    String base;

    /** What a caller says of a new one; {@code full} unless said. */
    public record FeedInput(@Nullable String level) {}

    /**
     * A secret address.
     *
     * @param level {@code full} or {@code busy}
     * @param url only in the answer that made it
     */
    public record FeedJson(UUID id, String level, Instant createdAt, @Nullable String url) {
        static FeedJson of(Feed feed, @Nullable String url) {
            return new FeedJson(feed.id(), feed.level().name().toLowerCase(Locale.ROOT), feed.createdAt(), url);
        }
    }

    /** The list. */
    public record FeedList(List<FeedJson> items, @Nullable String nextCursor) {}

    @GET
    public FeedList list(@PathParam("id") String calendar) {
        var items = feeds.of(caller.inPerson(), calendar).stream()
                .map(feed -> FeedJson.of(feed, null))
                .toList();
        return new FeedList(items, null);
    }

    @POST
    @Consumes("application/json")
    @APIResponseSchema(value = FeedJson.class, responseCode = "201")
    public Response create(@PathParam("id") String calendar, @Nullable FeedInput input) {
        var owner = caller.inPerson();
        var issued = feeds.issue(owner, calendar, level(input == null ? null : input.level()));
        return Response.created(URI.create("calendars/" + issued.feed().calendar() + "/feeds/"
                        + issued.feed().id()))
                .entity(FeedJson.of(issued.feed(), url(issued.secret())))
                .build();
    }

    @POST
    @Path("{feed}/rotate")
    public FeedJson rotate(@PathParam("id") String calendar, @PathParam("feed") String feed) {
        var issued = feeds.rotate(caller.inPerson(), calendar, Parameters.id(feed));
        return FeedJson.of(issued.feed(), url(issued.secret()));
    }

    @DELETE
    @Path("{feed}")
    public void revoke(@PathParam("id") String calendar, @PathParam("feed") String feed) {
        feeds.revoke(caller.inPerson(), calendar, Parameters.id(feed));
    }

    private String url(Secret secret) {
        return base.replaceAll("/+$", "") + "/feeds/" + secret.value() + ".ics";
    }

    private static Level level(@Nullable String text) {
        if (text == null || text.equals("full")) return Level.FULL;
        if (text.equals("busy")) return Level.BUSY;
        throw CalendarException.invalid("level", "must be full or busy");
    }
}
