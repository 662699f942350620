package org.kalends.web.discovery;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Where a calendar program that knows only the host name begins; every method, no login asked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6764#section-5">RFC 6764, 5</a>
 */
@WebServlet(urlPatterns = {"/.well-known/caldav", "/.well-known/caldav/"})
public class WellKnownCaldav extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        moved(response);
        response.setHeader("Cache-Control", "public, max-age=86400");
    }

    static void moved(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", "/dav/");
        response.setContentLength(0);
    }
}
