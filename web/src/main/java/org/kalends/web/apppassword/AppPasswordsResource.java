package org.kalends.web.apppassword;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.AppPassword;
import org.kalends.identity.AppPassword.Scope;
import org.kalends.identity.AppPasswords;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;
import org.kalends.web.event.Parameters;

/** Passwords of the caller's devices and scripts; none of them reaches this list. */
@Path("app-passwords")
@RequestScoped
@Produces("application/json")
public class AppPasswordsResource {

    private static final int LONGEST_NAME = 200;

    @Inject
    AppPasswords passwords;

    @Inject
    Caller caller;

    /** What a caller says of a new one; {@code caldav} unless said. */
    public record AppPasswordInput(@Nullable String name, @Nullable String scope) {}

    /** @param secret only in the answer that made it */
    public record AppPasswordJson(
            UUID id,
            String name,
            String scope,
            @Nullable String secret,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {
        static AppPasswordJson of(AppPassword password, @Nullable String secret) {
            return new AppPasswordJson(
                    password.id(),
                    password.name(),
                    password.scope().name().toLowerCase(Locale.ROOT),
                    secret,
                    password.createdAt(),
                    password.lastUsedAt());
        }
    }

    /** The list. */
    public record AppPasswordList(List<AppPasswordJson> items, @Nullable String nextCursor) {}

    @GET
    public AppPasswordList list() {
        var items = passwords.of(caller.inPerson()).stream()
                .map(password -> AppPasswordJson.of(password, null))
                .toList();
        return new AppPasswordList(items, null);
    }

    @POST
    @Consumes("application/json")
    @APIResponseSchema(value = AppPasswordJson.class, responseCode = "201")
    public Response create(@Nullable AppPasswordInput input) {
        var owner = caller.inPerson();
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        var name = input.name();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw CalendarException.invalid("name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        var issued = passwords.issue(owner, name.strip(), scope(input.scope()));
        return Response.created(URI.create("app-passwords/" + issued.password().id()))
                .entity(AppPasswordJson.of(issued.password(), issued.secret().value()))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") String id) {
        passwords.revoke(caller.inPerson(), Parameters.id(id));
    }

    private static Scope scope(@Nullable String text) {
        if (text == null || text.equals("caldav")) return Scope.CALDAV;
        if (text.equals("rest")) return Scope.REST;
        throw CalendarException.invalid("scope", "must be caldav or rest");
    }
}
