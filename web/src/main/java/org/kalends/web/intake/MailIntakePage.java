package org.kalends.web.intake;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.kalends.scheduling.imip.ImipSettings;

/** {@code POST /mail/inbound}: a raw mail from the pipe of a mail server, which shows its token. */
@WebServlet("/mail/inbound")
public class MailIntakePage extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String BEARER = "Bearer ";

    @Inject
    transient ImipSettings settings;

    @Inject
    transient InboundBody intake;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (settings.token().isEmpty()) {
            InboundBody.pass(request);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!shown(request, settings.token().get())) {
            InboundBody.pass(request);
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Kalends\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            intake.take(request, response, settings.authority());
        }
    }

    private static boolean shown(HttpServletRequest request, String token) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) return false;
        var said = header.substring(BEARER.length()).strip();
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
