package org.kalends.caldav.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.kalends.database.StatementCount;

/**
 * Tells a program that asks for it how many SQL statements its request took, log-in check included. Only in a demo: what
 * work a request makes is nobody's business elsewhere.
 */
@WebFilter(urlPatterns = "/*")
public class StatementCounting extends HttpFilter {

    private static final String ASKED = "X-Count-Statements";
    private static final String TOLD = "X-Statements";

    @Inject
    transient CaldavSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!settings.demo() || request.getHeader(ASKED) == null) {
            chain.doFilter(request, response);
            return;
        }
        var statements = StatementCount.begun();
        try {
            chain.doFilter(request, new Telling(response, statements));
            if (!response.isCommitted()) tell(response, statements);
        } finally {
            statements.close();
        }
    }

    private static void tell(HttpServletResponse response, StatementCount statements) {
        response.setHeader(TOLD, Integer.toString(statements.count()));
    }

    /** Answers are made before the first octet of them leaves: then all statements are over. */
    private static final class Telling extends HttpServletResponseWrapper {

        private final HttpServletResponse response;
        private final StatementCount statements;

        Telling(HttpServletResponse response, StatementCount statements) {
            super(response);
            this.response = response;
            this.statements = statements;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            tell(response, statements);
            return response.getOutputStream();
        }
    }
}
