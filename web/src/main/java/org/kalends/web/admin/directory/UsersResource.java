package org.kalends.web.admin.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Administration;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Caller;
import org.kalends.identity.DirectoryRecord;
import org.kalends.identity.Draft;
import org.kalends.identity.PasswordChange;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.identity.Registration;
import org.kalends.identity.Registration.Place;
import org.kalends.problem.CalendarException;
import org.kalends.web.admin.directory.Paging.Asked;
import org.kalends.web.event.Parameters;
import org.kalends.web.event.TimeJson;

/** People, kept by administrators. Deleted ones are retired: blocked for good, their addresses never given to others. */
@Path("admin/users")
@RequestScoped
@Produces("application/json")
public class UsersResource {

    @Inject
    Administration administration;

    @Inject
    Caller caller;

    @Inject
    PasswordChange passwords;

    /** A person to be made; zone and language are the administrator's unless said, no password means no log-in yet. */
    public record NewUser(
            @Nullable String login,
            @Nullable String name,
            @Nullable String address,
            @Nullable List<@Nullable String> aliases,
            @Nullable String title,
            @Nullable String zone,
            @Nullable String language,
            @Nullable String role,
            @Nullable String password) {}

    /** What is to be other than it was; null is absent. */
    public record UserChange(
            @Nullable String name,
            @Nullable String address,
            @Nullable List<@Nullable String> aliases,
            @Nullable String title,
            @Nullable String zone,
            @Nullable String language,
            @Nullable String role) {}

    /** The password that an administrator sets. */
    public record NewPassword(@Nullable String password) {}

    /** A person. */
    public record UserRecord(
            UUID id,
            String login,
            String name,
            String address,
            List<String> aliases,
            String title,
            String zone,
            String language,
            String role,
            boolean blocked,
            Instant createdAt) {
        static UserRecord of(DirectoryRecord found) {
            var p = found.draft().registration();
            return new UserRecord(
                    found.id(),
                    p.login(),
                    p.name(),
                    p.address().value(),
                    found.draft().aliases().stream().map(CalendarAddress::value).toList(),
                    p.title(),
                    p.zone().getId(),
                    p.language().getLanguage(),
                    p.role().name().toLowerCase(Locale.ROOT),
                    found.blockedAt() != null,
                    found.createdAt());
        }
    }

    /** A page. */
    public record UserPage(List<UserRecord> items, @Nullable String nextCursor) {}

    @GET
    public UserPage list(
            @QueryParam("q") @Nullable String query,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        caller.administrator();
        var page = Paging.of(administration, Kind.USER, new Asked(query, limit, cursor));
        return new UserPage(page.items().stream().map(UserRecord::of).toList(), page.nextCursor());
    }

    @GET
    @Path("{id}")
    public UserRecord read(@PathParam("id") String id) {
        caller.administrator();
        return UserRecord.of(administration.find(Kind.USER, Parameters.id(id)));
    }

    @POST
    @Consumes("application/json")
    @APIResponseSchema(value = UserRecord.class, responseCode = "201")
    public Response create(@Nullable NewUser input) {
        var admin = caller.administrator();
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        var made = administration.create(draft(input, admin), or(input.password(), ""));
        return Response.created(URI.create("admin/users/" + made.id()))
                .entity(UserRecord.of(made))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    public UserRecord change(@PathParam("id") String id, @Nullable UserChange input) {
        caller.administrator();
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        return UserRecord.of(administration.change(Kind.USER, Parameters.id(id), before -> changed(before, input)));
    }

    @DELETE
    @Path("{id}")
    public void retire(@PathParam("id") String id) {
        caller.administrator();
        administration.retire(Kind.USER, Parameters.id(id));
    }

    @POST
    @Path("{id}/block")
    public void block(@PathParam("id") String id) {
        caller.administrator();
        administration.block(Kind.USER, Parameters.id(id));
    }

    @POST
    @Path("{id}/unblock")
    public void unblock(@PathParam("id") String id) {
        caller.administrator();
        administration.unblock(Kind.USER, Parameters.id(id));
    }

    /** Ends the person's sessions and app passwords. */
    @PUT
    @Path("{id}/password")
    @Consumes("application/json")
    public void setPassword(@PathParam("id") String id, @Nullable NewPassword input) {
        caller.administrator();
        if (input == null || input.password() == null) throw CalendarException.invalid("password", "must be given");
        passwords.set(administration.find(Kind.USER, Parameters.id(id)).id(), input.password());
    }

    private static Draft draft(NewUser input, Principal admin) {
        var registration = new Registration(
                Kind.USER,
                Facts.login(input.login()),
                Facts.name(input.name()),
                Facts.address("address", input.address()),
                Facts.text("title", or(input.title(), "")),
                input.zone() == null ? admin.zone() : TimeJson.zone("zone", input.zone()),
                input.language() == null ? admin.language() : Facts.language(input.language()),
                Facts.role(or(input.role(), "user")),
                Place.NONE);
        var aliases = input.aliases() == null ? List.<CalendarAddress>of() : Facts.aliases(input.aliases());
        return new Draft(
                registration,
                aliases.stream().filter(a -> !a.equals(registration.address())).toList());
    }

    private static Draft changed(Draft before, UserChange input) {
        var was = before.registration();
        var addresses = AddressChange.of(before, input.address(), input.aliases());
        var now = new Registration(
                Kind.USER,
                was.login(),
                input.name() == null ? was.name() : Facts.name(input.name()),
                addresses.address(),
                Facts.text("title", or(input.title(), was.title())),
                input.zone() == null ? was.zone() : TimeJson.zone("zone", input.zone()),
                input.language() == null ? was.language() : Facts.language(input.language()),
                input.role() == null ? was.role() : Facts.role(input.role()),
                was.place());
        return new Draft(now, addresses.aliases());
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
