package org.kalends.web.held;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Caller;
import org.kalends.scheduling.imip.HeldMail;
import org.kalends.scheduling.imip.HeldMails;
import org.kalends.web.event.Parameters;
import org.kalends.web.event.TimeJson;

/** Scheduling messages by mail that wait for the caller's word: nobody vouches for their senders, or these are uninvited. */
@Path("mail/held")
@RequestScoped
@Produces("application/json")
public class HeldMailsResource {

    @Inject
    HeldMails mails;

    @Inject
    Caller caller;

    /**
     * One of them.
     *
     * @param sender whom the mail names, which proves nothing; null when it does not name one
     * @param organizer whom the event names
     * @param reason {@code unconfirmed}, or {@code uninvited} of an answer by who was not invited
     */
    public record HeldJson(
            UUID id,
            String method,
            @Nullable String sender,
            @Nullable String organizer,
            String reason,
            String title,
            String location,
            TimeJson start,
            TimeJson end,
            boolean recurring,
            Instant receivedAt) {

        static HeldJson of(HeldMail mail) {
            var lead = mail.series().lead();
            var organizer = lead.organizer();
            return new HeldJson(
                    mail.id(),
                    mail.method().name().toLowerCase(Locale.ROOT),
                    mail.sender().isEmpty() ? null : mail.sender(),
                    organizer == null ? null : organizer.address().value(),
                    mail.reason().name().toLowerCase(Locale.ROOT),
                    lead.details().title(),
                    lead.details().location(),
                    TimeJson.of(lead.timing().start()),
                    TimeJson.of(lead.timing().end()),
                    mail.series().recurring(),
                    mail.received());
        }
    }

    /** The latest hundred. */
    public record HeldPage(List<HeldJson> items, @Nullable String nextCursor) {}

    @GET
    public HeldPage list() {
        var items = mails.of(caller.principal()).stream().map(HeldJson::of).toList();
        return new HeldPage(items, null);
    }

    /** As if its sender were known. */
    @POST
    @Path("{id}/take-over")
    public void takeOver(@PathParam("id") String id) {
        mails.takeOver(caller.principal(), Parameters.id(id));
    }

    @DELETE
    @Path("{id}")
    public void drop(@PathParam("id") String id) {
        mails.drop(caller.principal(), Parameters.id(id));
    }
}
