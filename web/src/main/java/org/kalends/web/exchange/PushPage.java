package org.kalends.web.exchange;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kalends.exchange.ews.PushNotice;
import org.kalends.exchange.ews.PushNotice.Answer;
import org.kalends.exchange.sync.MailboxSubscriptions;
import org.kalends.identity.Caller;
import org.kalends.identity.LinkThrottle;
import org.kalends.identity.Secret;
import org.kalends.problem.CalendarException;

/**
 * {@code /exchange/notify/{token}}: Exchange calls, without any login, so nothing of what it says is taken but that
 * there is something to look at. Nothing of the mailbox is read here.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/sendnotification-operation">SendNotification</a>
 */
@WebServlet("/exchange/notify/*")
public class PushPage extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int LARGEST = 256 << 10;
    private static final long MOST_PASSED_OVER = 32 << 20;

    @Inject
    transient MailboxSubscriptions subscriptions;

    @Inject
    transient LinkThrottle throttle;

    @Inject
    transient Caller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var token = token(request);
        try {
            throttle.check(token, caller.network());
            if (!subscriptions.knows(token, caller.network())) {
                throttle.guessed(caller.network());
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            var body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                request.getInputStream().skip(MOST_PASSED_OVER); // who still speaks does not hear
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                return;
            }
            answer(response, subscriptions.called(token, PushNotice.read(body)));
        } catch (CalendarException refusal) {
            response.sendError(refusal.problem().status());
        } catch (IOException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void answer(HttpServletResponse response, Answer answer) throws IOException {
        var message = answer.message();
        response.setContentType("text/xml; charset=utf-8");
        response.setContentLength(message.length);
        response.getOutputStream().write(message);
    }

    private static Secret token(HttpServletRequest request) {
        return new Secret(
                request.getPathInfo() == null ? "" : request.getPathInfo().substring(1));
    }
}
