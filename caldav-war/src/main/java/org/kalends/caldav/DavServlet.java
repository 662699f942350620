package org.kalends.caldav;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kalends.caldav.http.Answering;
import org.kalends.caldav.http.DavPath;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Network;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.http.Refusals;
import org.kalends.caldav.method.IfConditions;
import org.kalends.caldav.method.Methods;
import org.kalends.caldav.resource.Looking;
import org.kalends.caldav.resource.Viewing;
import org.kalends.identity.AppPassword.Scope;
import org.kalends.identity.BasicHeader;
import org.kalends.identity.Caller;
import org.kalends.identity.Caller.Proof;
import org.kalends.identity.Principal;
import org.kalends.identity.Verification;
import org.kalends.traffic.Traffic;

/**
 * The one door of CalDAV: says who asks, finds the method, tells refusals. Keeps no session and reads no cookie.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791">RFC 4791</a>
 */
@WebServlet(urlPatterns = "/*")
public class DavServlet extends HttpServlet {

    private static final int LONGEST_CLIENT = 200;

    @Inject
    transient Methods methods;

    @Inject
    transient IfConditions conditions;

    @Inject
    transient Verification verification;

    @Inject
    transient Network network;

    @Inject
    transient Caller caller;

    @Inject
    transient Looking looking;

    @Inject
    transient Refusals refusals;

    @Inject
    transient Traffic traffic;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("DAV", Answering.CAPABILITIES);
        traffic.begins();
        try {
            comes(request);
            if (!network.confidential(request))
                throw Refusal.of(403, "Use https: passwords do not travel in the clear");
            answer(request, response, authenticated(request));
        } catch (RuntimeException refused) {
            refusals.tell(refused, request, response);
        } finally {
            traffic.ends();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Principal viewer) throws IOException {
        caller.is(viewer, Proof.APP_PASSWORD);
        var path = DavPath.parse(
                request.getRequestURI().substring(request.getContextPath().length()));
        var method = methods.find(request.getMethod())
                .orElseThrow(() -> Refusal.of(405, request.getMethod() + " is not offered"));
        var exchange = new Exchange(request, response, path, new Viewing(viewer, looking.of(viewer)));
        conditions.check(exchange);
        method.answer(exchange);
    }

    private void comes(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        var client = agent == null ? "" : agent.replace("\0", "");
        caller.comes(network.clientOf(request), client.substring(0, Math.min(LONGEST_CLIENT, client.length())));
    }

    private Principal authenticated(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !BasicHeader.isBasic(header)) throw Refusal.of(401, "Log in first");
        return BasicHeader.read(header, caller.network())
                .map(attempt -> verification.verify(attempt, Scope.CALDAV))
                .orElseThrow(() -> Refusal.of(401, "Log in first"));
    }
}
