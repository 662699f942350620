package org.kalends.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kalends.database.DatabaseAway;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.log.Facts;
import org.kalends.log.RequestLog;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Everything else: what the container wrapped is unwrapped, what JAX-RS refused is told as a problem, the rest is 500. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(UnexpectedMapper.class.getName());
    private static final int DEEPEST = 20;

    @Override
    public Response toResponse(Throwable thrown) {
        var cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof CalendarException refusal) return ProblemJson.response(refusal);
            if (cause instanceof JsonProcessingException json) {
                return ProblemJson.response(BadJsonMapper.refusal(json));
            }
            if (cause instanceof InvalidCalendarData data) {
                return ProblemJson.response(CalendarException.invalid("recurrence", String.valueOf(data.getMessage())));
            }
            if (cause instanceof WebApplicationException web) return ofStatus(web.getResponse());
            if (DatabaseAway.tells(cause)) return unavailable(thrown);
        }
        Facts.log(LOG, Level.SEVERE, "Request " + RequestLog.current() + " failed", thrown);
        return ProblemJson.response(Problem.INTERNAL, "Tell the administrator the request id", List.of(), Map.of());
    }

    private static Response unavailable(Throwable thrown) {
        Facts.log(LOG, Level.WARNING, "Request " + RequestLog.current() + ": the database is away", thrown);
        return ProblemJson.response(
                Problem.UNAVAILABLE, "The database does not answer just now", List.of(), Map.of("retryAfter", 2));
    }

    private static Response ofStatus(Response refused) {
        var problem =
                switch (refused.getStatus()) {
                    case 401 -> Problem.UNAUTHORIZED;
                    case 403 -> Problem.FORBIDDEN;
                    case 404 -> Problem.NOT_FOUND;
                    case 405 -> Problem.METHOD_NOT_ALLOWED;
                    case 406 -> Problem.NOT_ACCEPTABLE;
                    case 413 -> Problem.TOO_LARGE;
                    case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
                    case 503 -> Problem.UNAVAILABLE;
                    default -> refused.getStatus() < 500 ? Problem.VALIDATION : Problem.INTERNAL;
                };
        return ProblemJson.response(problem, problem.title(), List.of(), Map.of());
    }
}
