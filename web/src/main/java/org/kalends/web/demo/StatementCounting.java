package org.kalends.web.demo;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.kalends.database.StatementCount;

/**
 * Tells a caller who asks for it how many SQL statements his request took, log-in check included. Only in a demo: what
 * work a request makes is nobody's business elsewhere.
 */
@Provider
@PreMatching
public class StatementCounting implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String ASKED = "X-Count-Statements";
    private static final String TOLD = "X-Statements";

    @Inject
    DemoSettings demo;

    @Override
    public void filter(ContainerRequestContext request) {
        if (demo.enabled() && request.getHeaderString(ASKED) != null) {
            request.setProperty(TOLD, StatementCount.begun());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (request.getProperty(TOLD) instanceof StatementCount statements) {
            statements.close();
            answer.getHeaders().putSingle(TOLD, statements.count());
        }
    }
}
