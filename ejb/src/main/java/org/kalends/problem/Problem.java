package org.kalends.problem;

import java.net.URI;
import java.util.Locale;

/**
 * The kinds of refusal that callers can tell apart; each has a stable type URI and a status.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3.1">RFC 9457, 3.1</a>
 */
public enum Problem {
    VALIDATION(400, "The request is not valid"),
    UNAUTHORIZED(401, "Log in first"),
    FORBIDDEN(403, "You may not do this"),
    NOT_FOUND(404, "There is no such thing here"),
    METHOD_NOT_ALLOWED(405, "This method is not offered here"),
    NOT_ACCEPTABLE(406, "No such representation"),
    CONFLICT(409, "This contradicts the present state"),
    ROOM_BUSY(409, "The room is taken"),
    CANCELLED(409, "The event is cancelled"),
    GONE(410, "This is no longer here"),
    STALE(412, "Somebody changed it in the meantime"),
    TOO_LARGE(413, "This is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not understood"),
    UNKNOWN_ATTENDEE(422, "An attendee's address does not exist"),
    EDIT_LOCKED(423, "The event is being edited"),
    PRECONDITION_REQUIRED(428, "Say which version you saw: If-Match"),
    RATE_LIMITED(429, "Too many requests"),
    INTERNAL(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "Temporarily not available"),
    QUOTA_EXCEEDED(507, "There is no room left");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public URI type() {
        return URI.create(
                "urn:kalends:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
