package org.kalends.web.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Gives every request an id, or takes the one of a proxy, and says it in the answer. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestId implements Filter {

    private static final String HEADER = "X-Request-Id";
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

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
        try {
            chain.doFilter(request, response);
        } finally {
            CURRENT.remove();
        }
    }
}
