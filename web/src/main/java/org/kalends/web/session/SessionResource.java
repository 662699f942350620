package org.kalends.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Attempt;
import org.kalends.identity.Caller;
import org.kalends.identity.PasswordChange;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.Principal;
import org.kalends.identity.Secret;
import org.kalends.identity.Session;
import org.kalends.identity.Sessions;
import org.kalends.messenger.Channels;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Log in, who am I, log out. */
@Path("session")
@RequestScoped
@Produces("application/json")
public class SessionResource {

    @Inject
    Sessions sessions;

    @Inject
    PasswordChange change;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    Channels channels;

    @Context
    HttpServletRequest servlet;

    /** Login and password. */
    public record Credentials(@Nullable String login, @Nullable String password) {}

    /** Who logged in. */
    public record UserJson(
            UUID id, String login, String name, String address, String language, String zone, String role) {
        static UserJson of(Principal p) {
            return new UserJson(
                    p.id(),
                    p.login(),
                    p.name(),
                    p.address().value(),
                    p.language().getLanguage(),
                    p.zone().getId(),
                    p.role().name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Who is logged in.
     *
     * @param token only in the answer to a log-in
     * @param channels by which people are told things here: {@code mail}, {@code messenger}, {@code browser}
     */
    public record SessionJson(
            @Nullable String token, String csrfToken, Instant expiresAt, UserJson user, List<String> channels) {}

    /** What a change of password takes. */
    public record PasswordInput(@Nullable String password, @Nullable String newPassword) {}

    @POST
    @Consumes("application/json")
    @APIResponseSchema(value = SessionJson.class, responseCode = "201")
    public Response logIn(@Nullable Credentials credentials, @Context ContainerRequestContext request) {
        if (credentials == null || credentials.login() == null || credentials.password() == null) {
            throw CalendarException.invalid("login", "login and password must be given");
        }
        var issued = sessions.logIn(attempt(credentials.login(), credentials.password()));
        Authentication.token(request).ifPresent(sessions::end); // what was before is not carried over
        return answer(Response.Status.CREATED, issued);
    }

    /** Ends every session of the person and answers with a fresh one. */
    @PUT
    @Path("password")
    @Consumes("application/json")
    @APIResponseSchema(SessionJson.class)
    public Response changePassword(@Nullable PasswordInput input) {
        var person = caller.inPerson();
        if (input == null || input.password() == null || input.newPassword() == null) {
            throw CalendarException.invalid("password", "password and newPassword must be given");
        }
        return answer(
                Response.Status.OK,
                change.change(person, attempt(person.login(), input.password()), input.newPassword()));
    }

    private Attempt attempt(String login, String password) {
        return new Attempt(login, new Secret(password), caller.network());
    }

    private Response answer(Response.Status status, Session.Issued issued) {
        var token = issued.token().value();
        return Response.status(status)
                .entity(json(token, issued.session()))
                .cookie(cookie(token, issued.session().expiresAt()))
                .build();
    }

    private SessionJson json(@Nullable String token, Session session) {
        var offered = channels.offered().stream().map(Channel::token).toList();
        var user = UserJson.of(session.principal());
        return new SessionJson(token, session.csrfToken(), session.expiresAt(), user, offered);
    }

    @GET
    public SessionJson whoAmI(@Context ContainerRequestContext request) {
        return Authentication.token(request)
                .flatMap(sessions::validate)
                .map(session -> json(null, session))
                .orElseThrow(() -> new CalendarException(Problem.UNAUTHORIZED, "Log in first"));
    }

    @DELETE
    public Response logOut(@Context ContainerRequestContext request) {
        Authentication.token(request).ifPresent(sessions::end);
        return Response.noContent().cookie(cookie("", Instant.EPOCH)).build();
    }

    /** Secure wherever the browser came by https; plain http is for the loopback alone. */
    private NewCookie cookie(String value, Instant expires) {
        var left = Duration.between(clock.instant(), expires).toSeconds();
        return new NewCookie.Builder(Authentication.COOKIE)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(servlet.isSecure() || !loopback())
                .sameSite(SameSite.LAX)
                .maxAge((int) Math.max(0, left))
                .build();
    }

    private boolean loopback() {
        var name = servlet.getServerName();
        return name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]");
    }
}
