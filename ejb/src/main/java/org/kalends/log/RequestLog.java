package org.kalends.log;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.kalends.identity.Caller;

/**
 * Gives every request an id, or takes the one of a proxy, and says it in the answer and in the log. Each WAR declares a
 * filter of its own.
 */
public abstract class RequestLog implements Filter {

    private static final String HEADER = "X-Request-Id";
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern SECRET = Pattern.compile("(/rsvp/|/feeds/|/attachments/|/notify/)[^/]+");
    private static final Logger LOG = Logger.getLogger("org.kalends.requests");
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    @Inject
    Caller caller;

    /** The id of the request that this thread serves; empty outside of one. */
    public static String current() {
        var id = CURRENT.get();
        return id == null ? "" : id;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var given = ((HttpServletRequest) request).getHeader(HEADER);
        var id = given != null && ALLOWED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        CURRENT.set(id);
        ((HttpServletResponse) response).setHeader(HEADER, id);
        Facts.begin();
        Facts.note(Facts.REQUEST, id);
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            line((HttpServletRequest) request, ((HttpServletResponse) response).getStatus(), System.nanoTime() - began);
            Facts.begin();
            CURRENT.remove();
        }
    }

    /** Whether a request to that path is told of at INFO; what only looks on, and the UI's files, are not. */
    protected abstract boolean worthALine(String path);

    /** Without the query: people search for words. */
    private void line(HttpServletRequest request, int status, long nanos) {
        if (caller.known()) Facts.note(Facts.USER, caller.principal().id());
        var path = SECRET.matcher(request.getRequestURI()).replaceFirst("$1…");
        Facts.note("method", request.getMethod());
        Facts.note("path", path);
        Facts.note("status", status);
        Facts.note("millis", Duration.ofNanos(nanos).toMillis());
        var level = worthALine(path) ? Level.INFO : Level.FINE;
        Facts.log(LOG, level, request.getMethod() + " " + path + " " + status, null);
    }
}
