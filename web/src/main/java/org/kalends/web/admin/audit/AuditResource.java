package org.kalends.web.admin.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.AuditAction;
import org.kalends.identity.AuditEntry;
import org.kalends.identity.AuditFilter;
import org.kalends.identity.AuditFilter.Span;
import org.kalends.identity.AuditLog;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;
import org.kalends.web.event.Parameters;

/** Who did what, when and from where, newest first. Role admin. */
@Path("admin/audit")
@RequestScoped
@Produces("application/json")
public class AuditResource {

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Context
    UriInfo uri;

    /** One entry; hashes are SHA-256 of the event's iCalendar text before and after. */
    public record EntryJson(
            UUID id,
            Instant at,
            @Nullable UUID actor,
            @Nullable UUID onBehalfOf,
            String action,
            String subject,
            String network,
            String client,
            @Nullable String before,
            @Nullable String after) {
        static EntryJson of(AuditEntry entry) {
            var deed = entry.deed();
            return new EntryJson(
                    entry.id(),
                    entry.at(),
                    deed.actor(),
                    deed.onBehalfOf(),
                    deed.action().token(),
                    deed.subject(),
                    entry.network(),
                    entry.client(),
                    deed.hashes().before(),
                    deed.hashes().after());
        }
    }

    /** A page. */
    public record AuditPage(List<EntryJson> items, @Nullable String nextCursor) {}

    @GET
    @Parameter(name = "actor", in = ParameterIn.QUERY)
    @Parameter(name = "action", in = ParameterIn.QUERY)
    @Parameter(name = "subject", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    public AuditPage find(@QueryParam("limit") @Nullable String limit) {
        caller.administrator();
        int most = Parameters.limit(limit);
        var found = audit.find(filter(), most + 1).stream().map(EntryJson::of).toList();
        if (found.size() <= most) return new AuditPage(found, null);
        var page = found.subList(0, most);
        return new AuditPage(page, page.get(most - 1).id().toString());
    }

    private AuditFilter filter() {
        return new AuditFilter(
                id("actor"), action(), text("subject"), new Span(moment("from"), moment("to")), id("cursor"));
    }

    private @Nullable AuditAction action() {
        var token = text("action");
        if (token == null) return null;
        return AuditAction.of(token)
                .orElseThrow(() -> CalendarException.invalid("action", "must be such as log-in or event-changed"));
    }

    private @Nullable Instant moment(String name) {
        var text = text(name);
        return text == null ? null : Parameters.moment(name, text);
    }

    private @Nullable UUID id(String name) {
        var text = text(name);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw CalendarException.invalid(name, "must be an id");
        }
    }

    private @Nullable String text(String name) {
        var text = uri.getQueryParameters().getFirst(name);
        if (text != null && text.indexOf('\0') >= 0) throw CalendarException.invalid(name, "must not hold NUL");
        return text == null || text.isEmpty() ? null : text;
    }
}
