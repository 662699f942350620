package org.kalends.web.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.scheduling.imip.MailIntake;
import org.kalends.web.http.JsonMapping;

/** A mail as the body of a request: 202 with what became of it, or a refusal that says why. */
@ApplicationScoped
public class InboundBody {

    private static final int LARGEST = 25 * 1024 * 1024;

    @Inject
    MailIntake intake;

    /** @param authority the authserv-id of the mail server whose word about senders is taken */
    public void take(HttpServletRequest request, HttpServletResponse response, String authority) throws IOException {
        try {
            var taken = intake.take(body(request), authority);
            var verdict = taken.verdict().name().toLowerCase(Locale.ROOT);
            write(response, 202, "application/json", Map.of("id", taken.id(), "result", verdict, "why", taken.why()));
        } catch (CalendarException refused) {
            var problem = refused.problem();
            var body = Map.of(
                    "type", problem.type(),
                    "title", problem.title(),
                    "status", problem.status(),
                    "detail", String.valueOf(refused.getMessage()));
            write(response, problem.status(), "application/problem+json", body);
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) throw tooLarge();
        var raw = request.getInputStream().readNBytes(LARGEST + 1);
        if (raw.length > LARGEST) throw tooLarge();
        if (raw.length == 0) throw CalendarException.invalid("body", "must be a mail");
        return raw;
    }

    private static CalendarException tooLarge() {
        return new CalendarException(Problem.TOO_LARGE, "A mail may have " + LARGEST + " octets");
    }

    private static void write(HttpServletResponse response, int status, String type, Object body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.getOutputStream().write(JsonMapping.MAPPER.writeValueAsBytes(body));
    }
}
