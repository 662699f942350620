package org.kalends.web.discovery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Leads calendar programs that ask the address as it was typed, the bare host, to where WebDAV is; some never try the
 * well-known one. Browsers ask no PROPFIND and get the page.
 */
@WebFilter(
        urlPatterns = {"/", "/index.html"}, // the server takes the one for the other before it asks filters
        asyncSupported = true)
public class DavAtTheRoot extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals("PROPFIND")) WellKnownCaldav.moved(response);
        else chain.doFilter(request, response);
    }
}
