package org.kalends.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.kalends.identity.Caller;
import org.kalends.identity.IdentitySettings;

/** Notes where a request comes from. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Arrival implements Filter {

    private static final int LONGEST_CLIENT = 200;

    @Inject
    Caller caller;

    @Inject
    IdentitySettings settings;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var agent = http.getHeader("User-Agent");
        var client = agent == null ? "" : agent.replace("\0", "");
        caller.comes(
                settings.proxies().clientOf(http.getRemoteAddr(), http.getHeader("X-Forwarded-For")),
                client.substring(0, Math.min(LONGEST_CLIENT, client.length())));
        chain.doFilter(request, response);
    }
}
