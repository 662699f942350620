package org.kalends.web.admin.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.kalends.exchange.Mailbox;
import org.kalends.exchange.MailboxLookup;
import org.kalends.exchange.MailboxLookup.Outcome;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** {@code GET /admin/exchange/mailboxes/{address}}: what Exchange has of somebody, asked now. Role admin. */
@Path("admin/exchange/mailboxes/{address}")
@RequestScoped
@Produces("application/json")
public class MailboxResource {

    @Inject
    Caller caller;

    @Inject
    MailboxLookup mailboxes;

    /** A calendar there; the default one stands first. */
    public record CalendarJson(String name, long items) {}

    /** That there is a mailbox, and that we may act in its name. */
    public record MailboxJson(String address, List<CalendarJson> calendars) {

        static MailboxJson of(Mailbox mailbox) {
            return new MailboxJson(
                    mailbox.address(),
                    mailbox.calendars().stream()
                            .map(folder -> new CalendarJson(folder.name(), folder.items()))
                            .toList());
        }
    }

    @GET
    public MailboxJson read(@PathParam("address") String address) {
        caller.administrator();
        var outcome = mailboxes.find(address(address));
        if (outcome instanceof Outcome.NotUsable not) throw refusal(not);
        if (outcome instanceof Outcome.Away away) throw away(away);
        if (outcome instanceof Outcome.Found found) return MailboxJson.of(found.mailbox());
        throw new CalendarException(Problem.CONFLICT, "No Exchange is configured: kalends.exchange.url");
    }

    private static CalendarException refusal(Outcome.NotUsable not) {
        var problem = not.code().equals("ErrorNonExistentMailbox") ? Problem.NOT_FOUND : Problem.CONFLICT;
        return new CalendarException(problem, not.reason(), List.of(), Map.of("exchangeCode", not.code()));
    }

    private static CalendarException away(Outcome.Away away) {
        Map<String, Object> pause = away.pause()
                .<Map<String, Object>>map(time -> Map.of("retryAfter", time.toSeconds() + 1))
                .orElse(Map.of());
        return new CalendarException(Problem.UNAVAILABLE, away.reason(), List.of(), pause);
    }

    private static String address(String text) {
        try {
            return new CalendarAddress(text).value();
        } catch (IllegalArgumentException e) {
            throw CalendarException.invalid("address", String.valueOf(e.getMessage()));
        }
    }
}
