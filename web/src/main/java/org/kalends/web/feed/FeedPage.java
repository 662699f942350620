package org.kalends.web.feed;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.EntityTag;
import java.io.IOException;
import org.kalends.feed.FeedText;
import org.kalends.feed.Feeds;
import org.kalends.identity.Caller;
import org.kalends.identity.LinkThrottle;
import org.kalends.identity.Secret;
import org.kalends.problem.CalendarException;
import org.kalends.spool.Spool;
import org.kalends.web.http.KnownTags;

/** {@code /feeds/{token}.ics}: a calendar for whoever knows its secret address; no session is read or made. */
@WebServlet("/feeds/*")
public class FeedPage extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String SUFFIX = ".ics";

    @Inject
    transient Feeds feeds;

    @Inject
    transient FeedText texts;

    @Inject
    transient LinkThrottle throttle;

    @Inject
    transient Caller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "private, no-cache");
        var token = token(request);
        try {
            throttle.check(token, caller.network());
            var found = feeds.find(token);
            if (found.isEmpty()) {
                throttle.guessed(caller.network());
                say(response, HttpServletResponse.SC_NOT_FOUND, "This address leads nowhere");
            } else {
                answer(request, response, found.get(), token);
            }
        } catch (CalendarException refusal) {
            var wait = refusal.extensions().get("retryAfter");
            if (wait != null) response.setHeader("Retry-After", wait.toString());
            say(response, refusal.problem().status(), String.valueOf(refusal.getMessage()));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Feeds.Found found, Secret token)
            throws IOException {
        var tag = new EntityTag(texts.tag(found));
        response.setHeader("ETag", "\"" + tag.getValue() + "\"");
        if (KnownTags.hold(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        throttle.used(token);
        try (var body = new Spool()) {
            texts.write(found, body);
            response.setContentType("text/calendar; charset=utf-8");
            response.setContentLengthLong(body.size());
            body.copyTo(response.getOutputStream());
        }
    }

    private static Secret token(HttpServletRequest request) {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        return new Secret(path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path);
    }

    private static void say(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.getWriter().println(text);
    }
}
