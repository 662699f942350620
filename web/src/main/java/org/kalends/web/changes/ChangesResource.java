package org.kalends.web.changes;

import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.identity.Caller;
import org.kalends.identity.Principal;
import org.kalends.identity.Secret;
import org.kalends.identity.Sessions;
import org.kalends.problem.CalendarException;

/** {@code GET /changes}: what happens in the caller's calendars, as server-sent events. */
@Path("changes")
public class ChangesResource {

    private static final String BEARER = "Bearer ";

    @Inject
    Caller caller;

    @Inject
    Access access;

    @Inject
    Sessions sessions;

    @Inject
    ChangeStreams streams;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void changes(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @CookieParam("kalends_session") @Nullable String cookie,
            @Context SseEventSink sink,
            @Context Sse sse) {
        var reader = caller.principal();
        var audience = new ChangeStreams.Audience(reader.id(), shared(reader), stillLoggedIn(authorization, cookie));
        streams.open(audience, moment(lastEventId), sink, sse);
    }

    private Map<UUID, UUID> shared(Principal reader) {
        return access.shared(reader).stream()
                .collect(Collectors.toMap(CalendarCollection::id, CalendarCollection::home));
    }

    /** A stream outlives the request that was authenticated, so the session behind it is asked again and again. */
    private BooleanSupplier stillLoggedIn(@Nullable String authorization, @Nullable String cookie) {
        var bearer = authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : null;
        var token = bearer != null ? bearer : cookie;
        if (token == null) return () -> true; // an app password: it has no session to end
        var secret = new Secret(token);
        return () -> sessions.validate(secret).isPresent();
    }

    private static @Nullable Instant moment(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) return null;
        try {
            return Instant.ofEpochMilli(Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException e) {
            throw CalendarException.invalid("Last-Event-ID", "is none that this stream gave");
        }
    }
}
