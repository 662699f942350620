package org.kalends.web.attachment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.AttachmentEditing;
import org.kalends.attachment.AttachmentEditing.Part;
import org.kalends.attachment.AttachmentKeeping;
import org.kalends.event.EditOutcome;
import org.kalends.event.Scope;
import org.kalends.event.Target;
import org.kalends.icalendar.FileLink;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.web.event.Parameters;
import org.kalends.web.event.Refusals;

/** Files brought into an event by its organizer, and taken out. */
@Path("events/{id}/attachments")
@RequestScoped
@Produces("application/json")
public class AttachmentsResource {

    @Inject
    AttachmentEditing editing;

    @Inject
    AttachmentKeeping keeping;

    @Inject
    Caller caller;

    /**
     * A file of an event.
     *
     * @param type media type
     * @param size octets
     * @param eventEtag of the event that names it now
     */
    public record FileJson(String id, String name, String type, long size, String eventEtag) {
        static FileJson of(FileLink file, String etag) {
            return new FileJson(file.managedId(), file.name(), file.type(), file.size(), etag);
        }
    }

    /** From a form with a part {@code file}. */
    @POST
    @Consumes("multipart/form-data")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "multipart/form-data", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "201",
            description = "The event names the file now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FileJson.class)))
    public Response add(
            @PathParam("id") String id,
            @QueryParam("instance") @Nullable String instance,
            @QueryParam("notify") @Nullable String notify,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            List<EntityPart> parts) {
        var target = target(id, notify, ifMatch);
        var part = part(instance);
        editing.check(caller.principal(), target.event());
        var file = parts.stream()
                .filter(one -> one.getName().equals("file"))
                .findFirst()
                .orElseThrow(() -> CalendarException.invalid("file", "must be given"));
        var taken = keeping.take(file.getFileName().orElse(""), file.getContent());
        var added = editing.add(target, part, taken);
        return answer(added.outcome(), saved -> Response.status(201)
                .header(
                        "Location",
                        "/api/v1/events/" + id + "/attachments/" + added.file().managedId())
                .entity(FileJson.of(added.file(), saved.event().etag()))
                .build());
    }

    @DELETE
    @Path("{aid}")
    @APIResponse(responseCode = "204", description = "The event names it no more")
    public Response remove(
            @PathParam("id") String id,
            @PathParam("aid") String attachment,
            @QueryParam("instance") @Nullable String instance,
            @QueryParam("notify") @Nullable String notify,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var outcome = editing.remove(target(id, notify, ifMatch), part(instance), Parameters.id(attachment));
        return answer(outcome, saved -> Response.noContent().build());
    }

    /** Without If-Match whatever version there is: a file stands beside what others write. */
    private Target target(String id, @Nullable String notify, @Nullable String ifMatch) {
        return new Target(
                caller.principal(),
                Parameters.id(id),
                ifMatch == null ? null : Parameters.expected(ifMatch),
                Scope.ALL,
                null,
                Parameters.announcement(notify));
    }

    private static @Nullable Part part(@Nullable String instance) {
        var at = Parameters.instance(instance);
        return at == null ? null : new Part(Part.Master.LEFT, Set.of(at));
    }

    private static Response answer(EditOutcome outcome, Function<EditOutcome.Saved, Response> saved) {
        return outcome.match(
                saved,
                removed -> Response.noContent().build(),
                stale -> {
                    throw new CalendarException(Problem.STALE, "The event was changed since you read it");
                },
                locked -> Refusals.locked(locked.holder()));
    }
}
