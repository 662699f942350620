package org.kalends.web.spa;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What makes the UI an app that is installed: asked for anew each time, because its name stays when it changes. */
@WebFilter(
        urlPatterns = {"/sw.js", AppFiles.MANIFEST},
        asyncSupported = true)
public class AppFiles implements Filter {

    static final String MANIFEST = "/manifest.webmanifest";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ((HttpServletResponse) response).setHeader("Cache-Control", "no-cache");
        var manifest = ((HttpServletRequest) request).getServletPath().equals(MANIFEST);
        if (manifest) response.setContentType("application/manifest+json");
        chain.doFilter(request, response);
    }
}
