package org.kalends.web.transfer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.CalendarCollections;
import org.kalends.identity.Caller;
import org.kalends.sharing.Level;
import org.kalends.spool.Spool;
import org.kalends.transfer.CalendarExport;
import org.kalends.transfer.CalendarExport.Zones;
import org.kalends.web.http.KnownTags;

/** A calendar as a file; the same text as a GET of it over CalDAV. */
@Path("calendars/{id}/export.ics")
@RequestScoped
public class ExportResource {

    static final String CALENDAR = "text/calendar;charset=utf-8";

    @Inject
    CalendarCollections calendars;

    @Inject
    CalendarExport export;

    @Inject
    Caller caller;

    @GET
    @Produces({CALENDAR, "application/problem+json"})
    @APIResponse(
            responseCode = "200",
            description = "The whole calendar",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    public Response export(@PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String known) {
        var viewer = caller.principal();
        var calendar = calendars.require(viewer, id, Level.READ);
        var tag = new EntityTag(
                Integer.toHexString(Objects.hash(calendar.id(), calendar.look(), calendar.rights(), viewer.language()))
                        + "-" + calendar.sequence());
        if (KnownTags.hold(known, tag)) return Response.notModified(tag).build();
        StreamingOutput stream = out -> { // made when it is asked for, so a HEAD costs nothing and leaves no file
            try (var body = new Spool()) {
                export.write(calendar, viewer.language(), Zones.DEFINED, body);
                body.copyTo(out);
            }
        };
        return Response.ok(stream, CALENDAR)
                .tag(tag)
                .header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + fileName(calendar))
                .build();
    }

    private static String fileName(CalendarCollection calendar) {
        return URLEncoder.encode(calendar.look().name(), StandardCharsets.UTF_8).replace("+", "%20") + ".ics";
    }
}
