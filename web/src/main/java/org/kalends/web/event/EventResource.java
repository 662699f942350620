package org.kalends.web.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EditLock;
import org.kalends.event.EditOutcome;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventEditing;
import org.kalends.event.EventReading;
import org.kalends.event.Scope;
import org.kalends.event.Seen;
import org.kalends.event.StoredEvent;
import org.kalends.event.Target;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.Caller;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.sharing.Level;
import org.kalends.web.http.KnownTags;

/** One event, or one instance of it. */
@Path("events/{id}")
@RequestScoped
@Produces("application/json")
public class EventResource {

    @Inject
    EventEditing editing;

    @Inject
    EventReading reading;

    @Inject
    EditLock lock;

    @Inject
    Directory directory;

    @Inject
    InvitedAddresses addresses;

    @Inject
    Caller caller;

    @PathParam("id")
    String id = "";

    /** What a change is aimed at. */
    public static class Aim {
        @QueryParam("scope")
        @Nullable
        String scope;

        @QueryParam("instance")
        @Nullable
        String instance;

        @QueryParam("notify")
        @Nullable
        String notify;

        @HeaderParam("If-Match")
        @Nullable
        String ifMatch;

        Target target(Principal actor, UUID event) {
            var at = Parameters.instance(instance);
            return new Target(
                    actor,
                    event,
                    Parameters.expected(ifMatch),
                    Parameters.scope(scope, at),
                    at,
                    Parameters.announcement(notify));
        }
    }

    @GET
    @APIResponseSchema(EventJson.class)
    public Response read(
            @QueryParam("instance") @Nullable String instance,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var seen = reading.require(caller.principal(), Parameters.id(id));
        var event = seen.event();
        var json = told(seen, Parameters.instance(instance));
        var tag = new EntityTag(event.etag());
        if (json.editLock() == null && KnownTags.hold(ifNoneMatch, tag))
            return Response.notModified(tag).build();
        return Response.ok(json)
                .tag(tag)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    @PATCH
    @Consumes({"application/json", "application/merge-patch+json"})
    @APIResponseSchema(EventJson.class)
    @Parameter(name = "scope", in = ParameterIn.QUERY)
    @Parameter(name = "instance", in = ParameterIn.QUERY)
    @Parameter(name = "notify", in = ParameterIn.QUERY)
    public Response change(
            @BeanParam Aim aim,
            @RequestBody(content = @Content(schema = @Schema(implementation = EventInput.class))) @Nullable
                    JsonNode body) {
        if (body == null) throw CalendarException.invalid("body", "must be a JSON object");
        var target = aim.target(caller.principal(), Parameters.id(id));
        var patch = MergePatch.of(body);
        if (patch.names("calendarId")) return moved(target, patch);
        addresses.require(patch);
        return outcome(
                editing.change(target, before -> EventReader.read(patch.applied(EventInputs.of(before)), before)),
                target);
    }

    private Response moved(Target target, MergePatch patch) {
        var calendar = patch.patch().get("calendarId");
        if (patch.patch().size() > 1 || !calendar.isTextual()) {
            throw CalendarException.invalid("calendarId", "must be an id, and changed alone");
        }
        return outcome(editing.move(target, calendar.textValue()), target);
    }

    private Response outcome(EditOutcome outcome, Target target) {
        return outcome.match(
                saved -> ok(saved.event(), target),
                removed -> Response.noContent().build(),
                stale -> Refusals.stale(json(stale.current(), null)),
                locked -> Refusals.locked(locked.holder()));
    }

    /** The instance where it alone was changed; others may not be where they were. */
    private Response ok(StoredEvent event, Target target) {
        return Response.ok(json(event, target.scope() == Scope.THIS ? target.instance() : null))
                .tag(event.etag())
                .build();
    }

    @DELETE
    @Parameter(name = "scope", in = ParameterIn.QUERY)
    @Parameter(name = "instance", in = ParameterIn.QUERY)
    @Parameter(name = "notify", in = ParameterIn.QUERY)
    public Response delete(@BeanParam Aim aim) {
        return editing.delete(aim.target(caller.principal(), Parameters.id(id)))
                .match(
                        saved -> Response.noContent().build(),
                        removed -> Response.noContent().build(),
                        stale -> Refusals.stale(json(stale.current(), null)),
                        locked -> Refusals.locked(locked.holder()));
    }

    /** Who organizes the event from now on. */
    public record SuccessorJson(@Nullable String address) {}

    @PUT
    @Path("organizer")
    @Consumes("application/json")
    @APIResponseSchema(EventJson.class)
    public Response handOver(@HeaderParam("If-Match") @Nullable String ifMatch, @Nullable SuccessorJson body) {
        var target = new Target(
                caller.principal(), Parameters.id(id), Parameters.expected(ifMatch), Scope.ALL, null, Announcement.ALL);
        return outcome(editing.handOver(target, Parameters.address(body == null ? null : body.address())), target);
    }

    @POST
    @Path("restore")
    @APIResponseSchema(EventJson.class)
    public Response restore(@QueryParam("notify") @Nullable String notify) {
        var restored = editing.restore(caller.principal(), Parameters.id(id), Parameters.announcement(notify));
        return Response.ok(json(restored, null)).tag(restored.etag()).build();
    }

    private EventJson told(Seen seen, @Nullable Instant instance) {
        var json = json(seen.event(), seen.owner(), instance);
        boolean touchable = seen.rights().holds(Level.WRITE) && seen.how() == Seen.How.WHOLE;
        return touchable ? json : json.readOnly();
    }

    /** Of the one whose home it is in: it is his answer that is told. */
    private EventJson json(StoredEvent event, @Nullable Instant instance) {
        return json(event, directory.ownerOf(event.home(), caller.principal()), instance);
    }

    private EventJson json(StoredEvent event, Principal owner, @Nullable Instant instance) {
        var mine = EventRenderer.addresses(directory.addressesOf(owner.id()));
        var holder = lock.see(owner, event.series()).orElse(null);
        if (instance == null) return EventRenderer.whole(event, null, mine, holder);
        var found = Instances.find(event.series(), instance);
        if (found.isEmpty()) {
            throw new CalendarException(Problem.NOT_FOUND, "The event has no instance at " + instance);
        }
        return EventRenderer.whole(event, found.get(), mine, holder);
    }
}
