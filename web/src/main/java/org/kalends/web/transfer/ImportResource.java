package org.kalends.web.transfer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.CalendarCollections;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;
import org.kalends.sharing.Level;
import org.kalends.transfer.CalendarImport;
import org.kalends.transfer.ImportReport;
import org.kalends.transfer.ImportReport.Outcome;

/** A file into a calendar. Nobody is told of what it holds. */
@Path("calendars/{id}/import")
@RequestScoped
@Produces("application/json")
public class ImportResource {

    @Inject
    CalendarCollections calendars;

    @Inject
    CalendarImport imports;

    @Inject
    Caller caller;

    /** What became of the file; the items in its order. */
    public record ReportJson(long imported, long updated, long unchanged, long refused, List<ItemJson> items) {
        static ReportJson of(ImportReport report) {
            return new ReportJson(
                    report.count(Outcome.IMPORTED),
                    report.count(Outcome.UPDATED),
                    report.count(Outcome.UNCHANGED),
                    report.count(Outcome.REFUSED),
                    report.items().stream().map(ItemJson::of).toList());
        }
    }

    /**
     * One object.
     *
     * @param outcome {@code imported}, {@code updated}, {@code unchanged} or {@code refused}
     * @param reason why it was refused
     */
    public record ItemJson(String uid, String component, String outcome, @Nullable String reason) {
        static ItemJson of(ImportReport.Item item) {
            return new ItemJson(
                    item.uid(), item.component(), item.outcome().name().toLowerCase(Locale.ROOT), item.reason());
        }
    }

    @POST
    @Consumes("text/calendar")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "multipart/form-data", schema = @Schema(type = SchemaType.OBJECT))
            })
    public ReportJson take(
            @PathParam("id") String id, @QueryParam("notify") @Nullable String notify, @Nullable InputStream body) {
        return run(id, notify, body);
    }

    /** The same from a form with a part {@code file}. */
    @POST
    @Consumes("multipart/form-data")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "multipart/form-data", schema = @Schema(type = SchemaType.OBJECT))
            })
    public ReportJson take(
            @PathParam("id") String id, @QueryParam("notify") @Nullable String notify, List<EntityPart> parts) {
        var file = parts.stream()
                .filter(part -> part.getName().equals("file"))
                .findFirst()
                .orElseThrow(() -> CalendarException.invalid("file", "must be given"));
        return run(id, notify, file.getContent());
    }

    private ReportJson run(String id, @Nullable String notify, @Nullable InputStream body) {
        var actor = caller.principal();
        if (notify != null && !notify.equals("none")) {
            throw CalendarException.invalid("notify", "can only be none: an import tells nobody");
        }
        var calendar = calendars.require(actor, id, Level.WRITE);
        if (body == null) throw CalendarException.invalid("body", "must be given");
        return ReportJson.of(imports.run(actor, calendar, body));
    }
}
