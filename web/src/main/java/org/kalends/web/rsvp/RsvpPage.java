package org.kalends.web.rsvp;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Secret;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.scheduling.RsvpAnswers;
import org.kalends.scheduling.RsvpAnswers.Invited;
import org.kalends.web.answer.AnswerResource;

/** GET shows the invitation and changes nothing, whoever follows the link; POST answers. */
@WebServlet("/rsvp/*")
public class RsvpPage extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient RsvpAnswers answers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var html = new RsvpHtml(request.getLocale());
        Optional<Invited> invited = answers.look(token(request));
        if (invited.isEmpty()) {
            write(response, HttpServletResponse.SC_NOT_FOUND, html.nowhere());
        } else {
            write(response, HttpServletResponse.SC_OK, html.invitation(invited.get(), parameter(request, "answer")));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        var html = new RsvpHtml(request.getLocale());
        try {
            var answer = AnswerResource.read(parameter(request, "answer"), comment(request), null);
            write(response, HttpServletResponse.SC_OK, html.thanks(answers.answer(token(request), answer)));
        } catch (CalendarException refusal) {
            var page = refusal.problem() == Problem.VALIDATION ? html.wrong() : html.nowhere();
            write(response, refusal.problem().status(), page);
        }
    }

    /** Plain text of a form; what cannot be stored is left out. */
    private static @Nullable String comment(HttpServletRequest request) {
        var text = parameter(request, "comment");
        return text == null ? null : text.replace("\0", "").strip();
    }

    private static @Nullable String parameter(HttpServletRequest request, String name) {
        return request.getParameter(name);
    }

    private static Secret token(HttpServletRequest request) {
        var path = request.getPathInfo();
        return new Secret(path == null ? "" : path.substring(1));
    }

    private static void write(HttpServletResponse response, int status, String page) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(page);
    }
}
