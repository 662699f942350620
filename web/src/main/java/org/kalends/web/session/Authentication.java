package org.kalends.web.session;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.AppPassword.Scope;
import org.kalends.identity.BasicHeader;
import org.kalends.identity.Caller;
import org.kalends.identity.Caller.Proof;
import org.kalends.identity.Principal;
import org.kalends.identity.Secret;
import org.kalends.identity.Session;
import org.kalends.identity.Sessions;
import org.kalends.identity.Verification;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * Who asks: by bearer token, by an app password made for REST, or by cookie and then with the CSRF token on whatever
 * changes something.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Authentication implements ContainerRequestFilter {

    static final String COOKIE = "kalends_session";
    private static final String CSRF_HEADER = "X-CSRF-Token";
    private static final String BEARER = "Bearer ";
    private static final Pattern LOG_IN = Pattern.compile("/?session/?");
    private static final Pattern DOWNLOAD = Pattern.compile("/?attachments/[^/]+/?");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    Sessions sessions;

    @Inject
    Verification verification;

    @Inject
    Caller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        if (isLogIn(request) || showsItsOwnProof(request)) return;
        var authorization = request.getHeaderString("Authorization");
        if (authorization != null && BasicHeader.isBasic(authorization)) {
            caller.is(byAppPassword(authorization), Proof.APP_PASSWORD);
        } else {
            caller.is(bySession(request).principal(), Proof.SESSION);
        }
    }

    private Principal byAppPassword(String authorization) {
        return BasicHeader.read(authorization, caller.network())
                .map(attempt -> verification.verify(attempt, Scope.REST))
                .orElseThrow(Authentication::nobody);
    }

    private Session bySession(ContainerRequestContext request) {
        var bearer = bearer(request);
        var token = bearer.or(() -> cookie(request));
        var session = token.flatMap(sessions::validate).orElseThrow(Authentication::nobody);
        if (bearer.isEmpty() && !SAFE.contains(request.getMethod())) checkCsrf(request, session);
        return session;
    }

    private static CalendarException nobody() {
        return new CalendarException(Problem.UNAUTHORIZED, "Log in first");
    }

    /** The link is the proof. */
    private static boolean showsItsOwnProof(ContainerRequestContext request) {
        return SAFE.contains(request.getMethod())
                && DOWNLOAD.matcher(request.getUriInfo().getPath()).matches();
    }

    private static boolean isLogIn(ContainerRequestContext request) {
        return request.getMethod().equals("POST")
                && LOG_IN.matcher(request.getUriInfo().getPath()).matches();
    }

    static Optional<Secret> token(ContainerRequestContext request) {
        return bearer(request).or(() -> cookie(request));
    }

    private static Optional<Secret> bearer(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> new Secret(header.substring(BEARER.length()).strip()));
    }

    private static Optional<Secret> cookie(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(COOKIE)).map(cookie -> new Secret(cookie.getValue()));
    }

    private static void checkCsrf(ContainerRequestContext request, Session session) {
        if (!same(request.getHeaderString(CSRF_HEADER), session.csrfToken())) {
            throw new CalendarException(Problem.FORBIDDEN, "The header " + CSRF_HEADER + " is missing or wrong");
        }
    }

    /** In constant time. */
    private static boolean same(@Nullable String given, String expected) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
