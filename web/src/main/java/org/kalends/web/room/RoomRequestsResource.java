package org.kalends.web.room;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;
import org.kalends.scheduling.RoomApprovals;
import org.kalends.scheduling.RoomApprovals.Request;
import org.kalends.web.answer.AnswerResource;
import org.kalends.web.answer.AnswerResource.AnswerInput;
import org.kalends.web.event.Parameters;

/** What rooms are asked for that ask the caller before they answer. */
@Path("rooms/requests")
@RequestScoped
@Produces("application/json")
public class RoomRequestsResource {

    @Inject
    RoomApprovals approvals;

    @Inject
    Caller caller;

    /** A room. */
    public record AskedRoom(UUID id, String name, String address) {}

    /**
     * One request; a series once, by its next instance.
     *
     * @param event its id in the room's calendar
     */
    public record RequestJson(
            AskedRoom room,
            UUID event,
            String title,
            @Nullable String organizer,
            boolean recurring,
            Instant start,
            Instant end) {

        static RequestJson of(Request request) {
            var room = request.room();
            var entry = request.event();
            var organizer = entry.brief().organizer();
            return new RequestJson(
                    new AskedRoom(room.id(), room.name(), room.address().value()),
                    entry.event(),
                    entry.brief().title(),
                    organizer == null ? null : organizer.value(),
                    entry.brief().recurring(),
                    entry.period().start(),
                    entry.period().end());
        }
    }

    /** All that wait. */
    public record RequestPage(List<RequestJson> items, @Nullable String nextCursor) {}

    @GET
    public RequestPage list() {
        var items = approvals.waitingFor(caller.principal()).stream()
                .map(RequestJson::of)
                .toList();
        return new RequestPage(items, null);
    }

    /** The answer of the room: accepted or declined. */
    @PUT
    @Path("{room}/{event}/answer")
    @Consumes("application/json")
    public void answer(@PathParam("room") String room, @PathParam("event") String event, @Nullable AnswerInput input) {
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        if (input.proposed() != null) throw CalendarException.invalid("proposed", "a room proposes nothing");
        var answer = AnswerResource.read(input.status(), input.comment(), null);
        approvals.answer(caller.principal(), Parameters.id(room), Parameters.id(event), answer);
    }
}
