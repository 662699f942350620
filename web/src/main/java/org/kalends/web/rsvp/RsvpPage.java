package org.kalends.web.rsvp;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Caller;
import org.kalends.identity.LinkThrottle;
import org.kalends.identity.Secret;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.scheduling.AttendeeReplies.Answer;
import org.kalends.scheduling.RsvpAnswers;
import org.kalends.scheduling.RsvpAnswers.Invited;
import org.kalends.web.answer.AnswerResource;

/** GET shows the invitation and changes nothing, whoever follows the link; POST answers. */
@WebServlet("/rsvp/*")
public class RsvpPage extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient RsvpAnswers answers;

    @Inject
    transient LinkThrottle throttle;

    @Inject
    transient Caller caller;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        attempt(request, response, invited -> html(request, invited)
                .invitation(invited, request.getParameter("answer"), clock.instant()));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        attempt(request, response, invited -> {
            throttle.used(token(request));
            return html(request, invited).thanks(answers.answer(token(request), answer(request, invited)));
        });
    }

    /** What is done once the link has been found to lead somewhere. */
    private interface Step {
        String page(Invited invited);
    }

    private void attempt(HttpServletRequest request, HttpServletResponse response, Step step) throws IOException {
        var html = new RsvpHtml(request.getLocale());
        try {
            throttle.check(token(request), caller.network());
            var invited = answers.look(token(request));
            if (invited.isEmpty()) {
                throttle.guessed(caller.network());
                write(response, HttpServletResponse.SC_NOT_FOUND, html.nowhere());
            } else {
                write(response, HttpServletResponse.SC_OK, step.page(invited.get()));
            }
        } catch (CalendarException refusal) {
            write(response, refusal.problem().status(), page(html, refusal.problem()));
        }
    }

    private static String page(RsvpHtml html, Problem problem) {
        return switch (problem) {
            case VALIDATION -> html.wrong();
            case RATE_LIMITED -> html.tooMany();
            default -> html.nowhere();
        };
    }

    /** In the language of whoever is inside; a guest's browser says which he reads. */
    private static RsvpHtml html(HttpServletRequest request, Invited invited) {
        var reader = invited.reader();
        return new RsvpHtml(reader == null ? request.getLocale() : reader.language());
    }

    /** A proposal without a choice leaves the answer open. */
    private static Answer answer(HttpServletRequest request, Invited invited) {
        var chosen = request.getParameter("answer");
        if (request.getParameter("propose") == null) return AnswerResource.read(chosen, comment(request), null);
        var said = AnswerResource.read(chosen == null ? "tentative" : chosen, comment(request), null);
        var proposed = new RsvpTimes(invited, Locale.ROOT)
                .proposed(request.getParameter("day"), request.getParameter("from"), request.getParameter("to"));
        return new Answer(said.status(), said.comment(), proposed);
    }

    /** Plain text of a form; what cannot be stored is left out. */
    private static @Nullable String comment(HttpServletRequest request) {
        var text = request.getParameter("comment");
        return text == null ? null : text.replace("\0", "").strip();
    }

    private static Secret token(HttpServletRequest request) {
        var path = request.getPathInfo();
        return new Secret(path == null ? "" : path.substring(1));
    }

    private static void write(HttpServletResponse response, int status, String page) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(page);
    }
}
