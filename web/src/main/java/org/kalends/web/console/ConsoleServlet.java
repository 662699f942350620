package org.kalends.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jolokia.server.core.http.AgentServlet;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.AppPassword.Scope;
import org.kalends.identity.BasicHeader;
import org.kalends.identity.Caller;
import org.kalends.identity.Caller.Proof;
import org.kalends.identity.Verification;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * {@code /jolokia}: JMX over HTTP for administrators, who show an app password made for REST. There is no cookie, so no
 * page of elsewhere can use it.
 *
 * @see <a href="https://jolokia.org/reference/html/manual/jolokia_protocol.html">Jolokia's protocol</a>
 */
@WebServlet(
        urlPatterns = "/jolokia/*",
        initParams = {
            @WebInitParam(name = "allowErrorDetails", value = "false"),
            @WebInitParam(name = "discoveryEnabled", value = "false")
        })
public class ConsoleServlet extends AgentServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Verification verification;

    @Inject
    transient Caller caller;

    public ConsoleServlet() {
        super(new ConsoleRules());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            admit(request.getHeader("Authorization"));
        } catch (CalendarException refusal) {
            if (refusal.problem() == Problem.UNAUTHORIZED)
                response.setHeader("WWW-Authenticate", "Basic realm=\"Kalends\", charset=\"UTF-8\"");
            response.sendError(refusal.problem().status());
            return;
        }
        super.service(request, response);
    }

    private void admit(@Nullable String authorization) {
        var person = authorization == null || !BasicHeader.isBasic(authorization)
                ? null
                : BasicHeader.read(authorization, caller.network())
                        .map(attempt -> verification.verify(attempt, Scope.REST))
                        .orElse(null);
        if (person == null) throw new CalendarException(Problem.UNAUTHORIZED, "Log in first");
        caller.is(person, Proof.APP_PASSWORD);
        caller.administrator();
    }
}
