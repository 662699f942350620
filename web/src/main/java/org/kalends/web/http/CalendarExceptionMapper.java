package org.kalends.web.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.kalends.problem.CalendarException;

/** Refusals as problems. */
@Provider
public class CalendarExceptionMapper implements ExceptionMapper<CalendarException> {

    @Override
    public Response toResponse(CalendarException refusal) {
        return ProblemJson.response(refusal);
    }
}
