package org.kalends.web.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Reads what a refusal left of the request: over HTTP/2 a caller whose body is not taken waits for the window to open
 * and never sees the answer. Bounded, so that nobody keeps us reading.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class UnreadBody implements Filter {

    private static final Logger LOG = System.getLogger(UnreadBody.class.getName());
    private static final long MOST = 16L << 20;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if (!request.isAsyncStarted()) drain(request);
    }

    private static void drain(ServletRequest request) {
        var chunk = new byte[8192];
        try {
            var body = request.getInputStream();
            long left = MOST;
            for (int read = 0; read >= 0 && left > 0; left -= read) read = body.read(chunk);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The caller went before the end of the body", e);
        }
    }
}
