package org.kalends.caldav.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.namespace.QName;
import org.kalends.attachment.AttachmentRefused;
import org.kalends.caldav.xml.ErrorBody;
import org.kalends.caldav.xml.Names;
import org.kalends.calendar.Access;
import org.kalends.database.DatabaseAway;
import org.kalends.event.resource.ObjectRefused;
import org.kalends.log.Facts;
import org.kalends.log.RequestLog;
import org.kalends.problem.BoundedBody;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** What went wrong, as an answer: refusals with their precondition, the unexpected with a request id and no detail. */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class.getName());
    private static final int DEEPEST = 20;

    public void tell(RuntimeException thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var refusal = refusal(thrown, request, response);
        if (response.isCommitted()) throw thrown; // the connection breaks off rather than telling half as whole
        new BoundedBody(request.getInputStream(), Long.MAX_VALUE).drain(request.getContentLengthLong());
        response.setStatus(refusal.status());
        if (refusal.status() == 401) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Kalends\", charset=\"UTF-8\"");
        }
        boolean xml = refusal.precondition() != null;
        var body = xml ? ErrorBody.of(refusal) : (refusal.detail() + "\n").getBytes(StandardCharsets.UTF_8);
        response.setHeader("Content-Type", xml ? MediaTypes.XML : MediaTypes.TEXT);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(body);
    }

    private static Refusal refusal(RuntimeException thrown, HttpServletRequest request, HttpServletResponse response) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return refusal;
            if (cause instanceof ObjectRefused refused) return of(refused);
            if (cause instanceof AttachmentRefused refused) return precondition(refused.reason(), refused);
            if (cause instanceof CalendarException refused)
                return needed(refused, request).orElseGet(() -> ofProblem(refused, response));
            if (DatabaseAway.tells(cause)) {
                response.setHeader("Retry-After", "2");
                Facts.log(LOG, Level.WARNING, "Request " + RequestLog.current() + ": the database is away", thrown);
                return Refusal.of(503, "The database does not answer just now");
            }
        }
        Facts.log(LOG, Level.SEVERE, "Request " + RequestLog.current() + " failed", thrown);
        return Refusal.of(500, "Something went wrong on our side; tell the administrator the request id");
    }

    /** By the precondition that the text violates. */
    public static Refusal of(ObjectRefused refused) {
        return precondition(refused.reason(), refused);
    }

    private static Refusal precondition(Enum<?> reason, RuntimeException refused) {
        var name = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Refusal.precondition(403, Names.caldav(name), String.valueOf(refused.getMessage()));
    }

    /** Where a right is missing, which it is, in the words of the method. */
    private static Optional<Refusal> needed(CalendarException refused, HttpServletRequest request) {
        var needed = refused.extensions().get(Access.NEEDED);
        if (needed == null) return Optional.empty();
        return Optional.of(Refusal.needsPrivilege(request.getRequestURI(), privilege(needed, request.getMethod())));
    }

    private static QName privilege(Object needed, String method) {
        if (org.kalends.sharing.Level.READ.token().equals(needed)) return Names.dav("read");
        return switch (method) {
            case "ACL" -> Names.dav("write-acl");
            case "PROPPATCH" -> Names.dav("write-properties");
            case "DELETE", "MOVE" -> Names.dav("unbind");
            case "POST", "COPY" -> Names.dav("bind");
            default -> Names.dav("write-content");
        };
    }

    private static Refusal ofProblem(CalendarException refused, HttpServletResponse response) {
        var retry = refused.extensions().get("retryAfter");
        if (retry != null) response.setHeader("Retry-After", retry.toString());
        if (refused.problem() == Problem.QUOTA_EXCEEDED)
            return Refusal.precondition(507, Names.dav("quota-not-exceeded"), String.valueOf(refused.getMessage()));
        return Refusal.of(refused.problem().status(), String.valueOf(refused.getMessage()));
    }
}
