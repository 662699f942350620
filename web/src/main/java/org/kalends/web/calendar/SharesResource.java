package org.kalends.web.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.CalendarSharing;
import org.kalends.identity.Caller;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.sharing.Level;
import org.kalends.sharing.Rights;
import org.kalends.sharing.Rights.PrivateEvents;
import org.kalends.sharing.Share;

/**
 * With whom a calendar is shared; {@code all} in the place of its id means every calendar of the caller, those to come
 * too: who manages that is his delegate.
 */
@Path("calendars/{id}/shares")
@RequestScoped
@Produces("application/json")
public class SharesResource {

    @Inject
    CalendarSharing sharing;

    @Inject
    Caller caller;

    @PathParam("id")
    String id = "";

    /**
     * What is granted.
     *
     * @param level {@code freebusy}, {@code read}, {@code write} or {@code manage}
     * @param seePrivate whether private events are told too; not unless it is said
     */
    public record ShareInput(@Nullable String level, @Nullable Boolean seePrivate) {}

    /** Who has it. */
    public record PrincipalJson(UUID id, String kind, String name, String address) {
        static PrincipalJson of(Principal principal) {
            return new PrincipalJson(
                    principal.id(),
                    principal.kind().name().toLowerCase(Locale.ROOT),
                    principal.name(),
                    principal.address().value());
        }
    }

    /**
     * A share.
     *
     * @param answer {@code accepted}; of who was invited by a calendar program also {@code awaited} or {@code declined}
     */
    public record ShareJson(PrincipalJson principal, String level, boolean seePrivate, String answer) {
        static ShareJson of(Share share) {
            return new ShareJson(
                    PrincipalJson.of(share.principal()),
                    share.rights().level().token(),
                    share.rights().seesPrivate(),
                    share.answer().name().toLowerCase(Locale.ROOT));
        }
    }

    /** All of them, by name. */
    public record SharePage(List<ShareJson> items, @Nullable String nextCursor) {}

    @GET
    public SharePage list() {
        return new SharePage(
                sharing.of(caller.principal(), id).stream().map(ShareJson::of).toList(), null);
    }

    @GET
    @Path("{principal}")
    public ShareJson read(@PathParam("principal") String principal) {
        return ShareJson.of(sharing.of(caller.principal(), id, principal));
    }

    @PUT
    @Path("{principal}")
    @Consumes("application/json")
    public ShareJson grant(@PathParam("principal") String principal, @Nullable ShareInput input) {
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        var level =
                input.level() == null ? null : Level.grantable(input.level()).orElse(null);
        if (level == null) throw CalendarException.invalid("level", "must be freebusy, read, write or manage");
        var rights = new Rights(level, PrivateEvents.of(Boolean.TRUE.equals(input.seePrivate())));
        return ShareJson.of(sharing.grant(caller.principal(), id, principal, rights));
    }

    @DELETE
    @Path("{principal}")
    public void revoke(@PathParam("principal") String principal) {
        sharing.revoke(caller.principal(), id, principal);
    }
}
