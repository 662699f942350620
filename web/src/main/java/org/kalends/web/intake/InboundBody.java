package org.kalends.web.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.kalends.problem.BoundedBody;
import org.kalends.problem.CalendarException;
import org.kalends.scheduling.imip.MailIntake;
import org.kalends.web.http.JsonMapping;

/** A mail as the body of a request: 202 with what became of it, or a refusal that says why. */
@ApplicationScoped
public class InboundBody {

    @Inject
    MailIntake intake;

    /** @param authority the authserv-id of the mail server whose word about senders is taken */
    public void take(HttpServletRequest request, HttpServletResponse response, String authority) throws IOException {
        var body = new BoundedBody(request.getInputStream(), MailIntake.LARGEST);
        try {
            var taken = intake.take(octets(request, body), authority);
            var verdict = taken.verdict().name().toLowerCase(Locale.ROOT);
            write(response, 202, "application/json", Map.of("id", taken.id(), "result", verdict, "why", taken.why()));
        } catch (CalendarException refused) {
            body.drain(request.getContentLengthLong());
            var problem = refused.problem();
            var words = Map.of(
                    "type", problem.type(),
                    "title", problem.title(),
                    "status", problem.status(),
                    "detail", String.valueOf(refused.getMessage()));
            write(response, problem.status(), "application/problem+json", words);
        }
    }

    /** Reads a body that nobody wants: what is left unread would stop the connection. */
    static void pass(HttpServletRequest request) throws IOException {
        new BoundedBody(request.getInputStream(), MailIntake.LARGEST).drain(request.getContentLengthLong());
    }

    private static byte[] octets(HttpServletRequest request, BoundedBody body) throws IOException {
        if (request.getContentLengthLong() > MailIntake.LARGEST) throw BoundedBody.tooLarge(MailIntake.LARGEST);
        var raw = body.readAllBytes();
        if (raw.length == 0) throw CalendarException.invalid("body", "must be a mail");
        return raw;
    }

    private static void write(HttpServletResponse response, int status, String type, Object body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.getOutputStream().write(JsonMapping.MAPPER.writeValueAsBytes(body));
    }
}
