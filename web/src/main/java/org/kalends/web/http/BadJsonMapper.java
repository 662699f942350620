package org.kalends.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.kalends.problem.CalendarException;

/** A body that is no JSON, or not the JSON that was asked for. */
@Provider
@Priority(1)
public class BadJsonMapper implements ExceptionMapper<JsonProcessingException> {

    @Override
    public Response toResponse(JsonProcessingException e) {
        return ProblemJson.response(refusal(e));
    }

    /** Names the member at fault, never a Java class. */
    public static CalendarException refusal(JsonProcessingException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CalendarException refusal) return refusal; // the body itself was refused
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return CalendarException.invalid(path(unknown), "is not known here, or cannot be changed");
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return CalendarException.invalid(path(mapping), reason(mapping));
        }
        return CalendarException.invalid("body", "is no valid JSON of the expected form");
    }

    private static String reason(JsonMappingException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && cause.getMessage() != null) return cause.getMessage();
        }
        var message = e.getOriginalMessage();
        return message != null && message.startsWith("must ") ? message : "has the wrong type or form";
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
