package org.kalends.web.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.kalends.log.RequestLog;
import org.kalends.problem.CalendarException;
import org.kalends.problem.FieldError;
import org.kalends.problem.Problem;

/**
 * A refusal on the wire.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemJson(
        URI type,
        String title,
        int status,
        String detail,
        String requestId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Response response(CalendarException refusal) {
        return response(
                refusal.problem(), String.valueOf(refusal.getMessage()), refusal.errors(), refusal.extensions());
    }

    public static Response response(
            Problem problem, String detail, List<FieldError> errors, Map<String, Object> extensions) {
        var body = new ProblemJson(
                problem.type(), problem.title(), problem.status(), detail, RequestLog.current(), errors, extensions);
        var response = Response.status(problem.status()).type(MEDIA_TYPE).entity(body);
        if (extensions.get("retryAfter") instanceof Number seconds) response.header("Retry-After", seconds);
        if (problem == Problem.UNAUTHORIZED) response.header("WWW-Authenticate", "Bearer realm=\"Kalends\"");
        return response.build();
    }
}
