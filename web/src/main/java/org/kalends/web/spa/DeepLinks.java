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

/** Links into the UI, such as {@code /week/2026-11-24}, are answered by its page, which is asked for anew each time. */
@WebFilter(
        urlPatterns = {
            "/",
            "/index.html",
            "/day/*",
            "/3days/*",
            "/week/*",
            "/workweek/*",
            "/month/*",
            "/agenda/*",
            "/year/*",
            "/search",
            "/trash",
            "/settings"
        },
        asyncSupported = true)
public class DeepLinks implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ((HttpServletResponse) response).setHeader("Cache-Control", "no-cache");
        var path = ((HttpServletRequest) request).getServletPath();
        if (path.equals("/") || path.equals("/index.html")) {
            chain.doFilter(request, response);
        } else {
            request.getRequestDispatcher("/index.html").forward(request, response);
        }
    }
}
