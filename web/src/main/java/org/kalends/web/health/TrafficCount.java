package org.kalends.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;
import org.kalends.traffic.Traffic;

/** Counts what is being answered; streams of changes, which never end by themselves, are handed off and not among them. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class TrafficCount implements Filter {

    @Inject
    Traffic traffic;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        traffic.begins();
        try {
            chain.doFilter(request, response);
        } finally {
            traffic.ends();
        }
    }
}
