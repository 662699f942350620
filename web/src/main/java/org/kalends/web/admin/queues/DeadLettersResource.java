package org.kalends.web.admin.queues;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Caller;
import org.kalends.outbox.DeadLetter;
import org.kalends.outbox.QueueOperations;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** {@code /admin/dead-letters}: messages that no consumer took, and the way back for them. Role admin. */
@Path("admin/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {

    private static final int MOST = 1_000;

    @Inject
    Caller caller;

    @Inject
    QueueOperations operations;

    /** A page; there is no second, what is replayed makes room. */
    public record DeadLetterPage(List<Letter> items, @Nullable String nextCursor) {}

    /** One dead letter; the body names ids, not what events say. */
    public record Letter(String id, String address, @Nullable String key, Instant sentAt, String body, String reason) {

        static Letter of(DeadLetter letter) {
            return new Letter(
                    letter.id(), letter.address(), letter.key(), letter.sentAt(), letter.body(), letter.reason());
        }
    }

    @GET
    public DeadLetterPage list(@QueryParam("limit") @DefaultValue("100") int limit) {
        caller.administrator();
        if (limit < 1 || limit > MOST) throw CalendarException.invalid("limit", "must lie in 1 to " + MOST);
        return new DeadLetterPage(
                operations.deadLetters(limit).stream().map(Letter::of).toList(), null);
    }

    @POST
    @Path("{id}/replay")
    @APIResponse(responseCode = "202", description = "On its way again")
    public Response replay(@PathParam("id") String id) {
        caller.administrator();
        if (!operations.replay(id)) throw missing(id);
        return Response.accepted().build();
    }

    @DELETE
    @Path("{id}")
    @APIResponse(responseCode = "204", description = "Gone for good")
    public Response purge(@PathParam("id") String id) {
        caller.administrator();
        if (!operations.purge(id)) throw missing(id);
        return Response.noContent().build();
    }

    private static CalendarException missing(String id) {
        return new CalendarException(Problem.NOT_FOUND, "There is no dead letter " + id);
    }
}
