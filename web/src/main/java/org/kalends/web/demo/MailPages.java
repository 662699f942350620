package org.kalends.web.demo;

import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.kalends.web.http.Html;
import org.kalends.web.http.JsonMapping;

/** {@code /demo/mail/}: the caught mails as a person reads them, and as a program does. */
@WebServlet("/demo/mail/*")
public class MailPages extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String MESSAGES = "/messages";

    @Inject
    transient CaughtMail mail;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        if (!mail.available()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.equals("/")) {
            html(response, list());
        } else if (path.equals(MESSAGES)) {
            var to = request.getParameter("to");
            response.setContentType("application/json");
            var items = Map.of("items", mail.list(to == null ? "" : to));
            response.getOutputStream().write(JsonMapping.MAPPER.writeValueAsBytes(items));
        } else if (path.startsWith(MESSAGES + "/")) {
            raw(response, path.substring(MESSAGES.length() + 1));
        } else if (path.startsWith("/read/")) {
            read(response, path.substring("/read/".length()));
        } else if (path.startsWith("/body/")) {
            body(response, path.substring("/body/".length()));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private String list() {
        var rows = new StringBuilder();
        for (var head : mail.list("")) {
            rows.append("<tr><td>")
                    .append(Html.escape(head.to()))
                    .append("</td><td><a href=\"/demo/mail/read/")
                    .append(head.id())
                    .append("\">")
                    .append(Html.escape(head.subject()))
                    .append("</a></td><td>")
                    .append(Html.escape(head.from()))
                    .append("</td><td>")
                    .append(head.receivedAt())
                    .append("</td></tr>");
        }
        var table = rows.isEmpty()
                ? "<p>No mail yet.</p>"
                : "<table><tr><th>To</th><th>Subject</th><th>From</th><th>Received</th></tr>" + rows + "</table>";
        return page("<h1>Caught mail</h1><p>Nothing of this left the machine.</p>" + table);
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

    private void read(HttpServletResponse response, String id) throws IOException {
        var raw = mail.raw(id);
        if (raw.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var calendar = part(raw.get(), "text/calendar").map(Html::escape).orElse("");
        html(
                response,
                page("<p><a href=\"/demo/mail/\">All mails</a></p><iframe sandbox=\"allow-popups\" title=\"mail\""
                        + " src=\"/demo/mail/body/" + Html.escape(id) + "\"></iframe><h2>text/calendar</h2><pre>"
                        + calendar
                        + "</pre>"));
    }

    /** The mail's own HTML, in a frame that runs nothing; its inline style is what mail clients show. */
    private void body(HttpServletResponse response, String id) throws IOException {
        var html = mail.raw(id).flatMap(raw -> part(raw, "text/html"));
        if (html.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        html(response, html.get());
    }

    private static Optional<String> part(byte[] raw, String type) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            return part(message, type);
        } catch (MessagingException | IOException e) {
            return Optional.of("(unreadable: " + e.getMessage() + ")");
        }
    }

    private static Optional<String> part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        if (!part.isMimeType("multipart/*") || !(part.getContent() instanceof Multipart parts)) return Optional.empty();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart inner = parts.getBodyPart(i);
            var found = part(inner, type);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static void html(HttpServletResponse response, String page) throws IOException {
        response.setContentType("text/html; charset=utf-8");
        response.getWriter().write(page);
    }

    private static String page(String body) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Kalends: caught mail</title>"
                + "<link rel=\"stylesheet\" href=\"/pages/page.css\"></head><body><main>" + body
                + "</main></body></html>";
    }
}
