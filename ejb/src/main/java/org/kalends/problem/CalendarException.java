package org.kalends.problem;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;

/**
 * Root of every refusal that is not an ordinary outcome; rolls the transaction back and reaches the edge unwrapped.
 * The edge renders it as problem+json or as a DAV error.
 */
@ApplicationException(rollback = true, inherited = true)
public class CalendarException extends RuntimeException {

    private final Problem problem;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions;

    public CalendarException(Problem problem, String detail) {
        this(problem, detail, List.of(), Map.of());
    }

    /**
     * @param errors which fields are at fault; empty when none in particular
     * @param extensions further members of the problem (RFC 9457, 3.2), such as the holder of a lock
     */
    public CalendarException(Problem problem, String detail, List<FieldError> errors, Map<String, Object> extensions) {
        super(detail);
        this.problem = problem;
        this.errors = List.copyOf(errors);
        this.extensions = Map.copyOf(extensions);
    }

    /** Bad input in one field. */
    public static CalendarException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** Bad input in several fields. */
    public static CalendarException invalid(List<FieldError> errors) {
        var first = errors.get(0);
        return new CalendarException(Problem.VALIDATION, first.field() + ": " + first.message(), errors, Map.of());
    }

    public Problem problem() {
        return problem;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
