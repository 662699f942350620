package org.kalends.web.demo;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kalends.web.demo.MailHtml.Reading;
import org.kalends.web.http.JsonMapping;
import org.kalends.web.intake.InboundBody;

/** {@code /demo/mail/}: the caught mails as a person reads them, and as a program does. */
@WebServlet("/demo/mail/*")
public class MailPages extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String MESSAGES = "/messages";
    private static final String READ = "/read/";
    private static final String BODY = "/body/";

    private static final String AUTHORITY = "kalends.test";

    @Inject
    transient CaughtMail mail;

    @Inject
    transient InboundBody intake;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        if (!mail.available()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.equals("/")) {
            page(request, response, null);
        } else if (path.equals(MESSAGES)) {
            response.setContentType("application/json");
            var items = Map.of("items", mail.list(box(request)));
            response.getOutputStream().write(JsonMapping.MAPPER.writeValueAsBytes(items));
        } else if (path.startsWith(MESSAGES + "/")) {
            raw(response, path.substring(MESSAGES.length() + 1));
        } else if (path.startsWith(READ)) {
            read(request, response, path.substring(READ.length()));
        } else if (path.startsWith(BODY)) {
            body(response, path.substring(BODY.length()));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The mails of the demo come from its own mail server, and so does the word about their senders. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!mail.available() || !"/inbound".equals(request.getPathInfo())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            intake.take(request, response, AUTHORITY);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response, @Nullable Reading reading)
            throws IOException {
        html(response, new MailHtml(request.getLocale()).page(mail.list(""), box(request), reading));
    }

    private static String box(HttpServletRequest request) {
        var to = request.getParameter("to");
        return to == null ? "" : to;
    }

    private void raw(HttpServletResponse response, String id) throws IOException {
        var raw = mail.raw(id);
        if (raw.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("message/rfc822");
        response.getOutputStream().write(raw.get());
    }

    private void read(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        var raw = mail.raw(id);
        var head = mail.list("").stream().filter(one -> one.id().equals(id)).findFirst();
        if (raw.isEmpty() || head.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        page(request, response, new Reading(head.get(), MailParts.of(raw.get())));
    }

    /** The mail's own HTML, in a frame that runs nothing; its inline style is what mail clients show. */
    private void body(HttpServletResponse response, String id) throws IOException {
        var html = mail.raw(id).flatMap(raw -> MailParts.of(raw).html());
        if (html.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self';"
                        + " sandbox allow-popups allow-popups-to-escape-sandbox");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        html(response, html.get().replaceFirst("<head>", "<head><base target=\"_blank\">"));
    }

    private static void html(HttpServletResponse response, String page) throws IOException {
        response.setContentType("text/html; charset=utf-8");
        response.getWriter().write(page);
    }
}
