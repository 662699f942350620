package org.kalends.web.admin.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Administration;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Caller;
import org.kalends.identity.DirectoryRecord;
import org.kalends.identity.Draft;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.identity.Principal.Role;
import org.kalends.identity.Registration;
import org.kalends.identity.Registration.Place;
import org.kalends.problem.CalendarException;
import org.kalends.web.admin.directory.Paging.Asked;
import org.kalends.web.event.Parameters;
import org.kalends.web.event.TimeJson;

/** Rooms, kept by administrators. Deleted ones are retired: no longer offered, their addresses never given to others. */
@Path("admin/rooms")
@RequestScoped
@Produces("application/json")
public class RoomRecordsResource {

    @Inject
    Administration administration;

    @Inject
    Caller caller;

    /** A room to be made. */
    public record NewRoom(
            @Nullable String login,
            @Nullable String name,
            @Nullable String address,
            @Nullable List<@Nullable String> aliases,
            @Nullable String zone,
            @Nullable Integer capacity,
            @Nullable List<@Nullable String> equipment,
            @Nullable String site,
            @Nullable String floor) {}

    /** What is to be other than it was; null is absent. */
    public record RoomChange(
            @Nullable String name,
            @Nullable String address,
            @Nullable List<@Nullable String> aliases,
            @Nullable String zone,
            @Nullable Integer capacity,
            @Nullable List<@Nullable String> equipment,
            @Nullable String site,
            @Nullable String floor) {}

    /** A room. */
    public record RoomRecord(
            UUID id,
            String login,
            String name,
            String address,
            List<String> aliases,
            String zone,
            @Nullable Integer capacity,
            List<String> equipment,
            String site,
            String floor,
            boolean blocked,
            Instant createdAt) {
        static RoomRecord of(DirectoryRecord found) {
            var p = found.draft().registration();
            return new RoomRecord(
                    found.id(),
                    p.login(),
                    p.name(),
                    p.address().value(),
                    found.draft().aliases().stream().map(CalendarAddress::value).toList(),
                    p.zone().getId(),
                    p.place().capacity(),
                    p.place().equipment(),
                    p.place().site(),
                    p.place().floor(),
                    found.blockedAt() != null,
                    found.createdAt());
        }
    }

    /** A page. */
    public record RoomPage(List<RoomRecord> items, @Nullable String nextCursor) {}

    @GET
    public RoomPage list(
            @QueryParam("q") @Nullable String query,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        caller.administrator();
        var page = Paging.of(administration, Kind.ROOM, new Asked(query, limit, cursor));
        return new RoomPage(page.items().stream().map(RoomRecord::of).toList(), page.nextCursor());
    }

    @GET
    @Path("{id}")
    public RoomRecord read(@PathParam("id") String id) {
        caller.administrator();
        return RoomRecord.of(administration.find(Kind.ROOM, Parameters.id(id)));
    }

    @POST
    @Consumes("application/json")
    @APIResponseSchema(value = RoomRecord.class, responseCode = "201")
    public Response create(@Nullable NewRoom input) {
        var admin = caller.administrator();
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        var made = administration.create(draft(input, admin), "");
        return Response.created(URI.create("admin/rooms/" + made.id()))
                .entity(RoomRecord.of(made))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    public RoomRecord change(@PathParam("id") String id, @Nullable RoomChange input) {
        caller.administrator();
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        return RoomRecord.of(administration.change(Kind.ROOM, Parameters.id(id), before -> changed(before, input)));
    }

    @DELETE
    @Path("{id}")
    public void retire(@PathParam("id") String id) {
        caller.administrator();
        administration.retire(Kind.ROOM, Parameters.id(id));
    }

    @POST
    @Path("{id}/block")
    public void block(@PathParam("id") String id) {
        caller.administrator();
        administration.block(Kind.ROOM, Parameters.id(id));
    }

    @POST
    @Path("{id}/unblock")
    public void unblock(@PathParam("id") String id) {
        caller.administrator();
        administration.unblock(Kind.ROOM, Parameters.id(id));
    }

    private static Draft draft(NewRoom input, Principal admin) {
        var place = new Place(
                input.capacity() == null ? null : Facts.capacity(input.capacity()),
                Facts.equipment(or(input.equipment(), List.of())),
                Facts.text("site", or(input.site(), "")),
                Facts.text("floor", or(input.floor(), "")));
        var registration = new Registration(
                Kind.ROOM,
                Facts.login(input.login()),
                Facts.name(input.name()),
                Facts.address("address", input.address()),
                "",
                input.zone() == null ? admin.zone() : TimeJson.zone("zone", input.zone()),
                admin.language(),
                Role.USER,
                place);
        var aliases = input.aliases() == null ? List.<CalendarAddress>of() : Facts.aliases(input.aliases());
        return new Draft(
                registration,
                aliases.stream().filter(a -> !a.equals(registration.address())).toList());
    }

    private static Draft changed(Draft before, RoomChange input) {
        var was = before.registration();
        var addresses = AddressChange.of(before, input.address(), input.aliases());
        var place = new Place(
                input.capacity() == null ? was.place().capacity() : Facts.capacity(input.capacity()),
                input.equipment() == null ? was.place().equipment() : Facts.equipment(input.equipment()),
                Facts.text("site", or(input.site(), was.place().site())),
                Facts.text("floor", or(input.floor(), was.place().floor())));
        var now = new Registration(
                Kind.ROOM,
                was.login(),
                input.name() == null ? was.name() : Facts.name(input.name()),
                addresses.address(),
                was.title(),
                input.zone() == null ? was.zone() : TimeJson.zone("zone", input.zone()),
                was.language(),
                was.role(),
                place);
        return new Draft(now, addresses.aliases());
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
