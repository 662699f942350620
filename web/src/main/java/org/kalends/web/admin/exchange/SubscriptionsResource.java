package org.kalends.web.admin.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Asked;
import org.kalends.exchange.sync.MailboxSubscriptions;
import org.kalends.exchange.sync.Subscription;
import org.kalends.exchange.sync.SyncNote;
import org.kalends.identity.Caller;
import org.kalends.web.admin.exchange.MigrationsResource.RefusedJson;
import org.kalends.web.event.Parameters;

/** {@code /admin/exchange/subscriptions}: mailboxes that are kept the same here and in Exchange. Role admin. */
@Path("admin/exchange/subscriptions")
@RequestScoped
@Produces("application/json")
public class SubscriptionsResource {

    @Inject
    Caller caller;

    @Inject
    MailboxSubscriptions subscriptions;

    /** Which mailboxes. */
    public record MailboxesInput(@Nullable List<@Nullable String> mailboxes) {}

    /**
     * A mailbox.
     *
     * @param heardAt when Exchange called last
     * @param syncedAt when both were last the same
     * @param problem why they are not
     */
    public record SubscriptionJson(
            String mailbox,
            Instant askedAt,
            @Nullable Instant heardAt,
            @Nullable Instant syncedAt,
            int attempts,
            @Nullable String problem) {

        static SubscriptionJson of(Subscription one) {
            return new SubscriptionJson(
                    one.mailbox().value(), one.asked(), one.heard(), one.synced(), one.attempts(), one.problem());
        }
    }

    /** What became of a list. */
    public record SubscribedJson(List<SubscriptionJson> subscriptions, List<RefusedJson> refused) {}

    /** A page of them. */
    public record SubscriptionPage(List<SubscriptionJson> items, @Nullable String nextCursor) {}

    /** What a person should know of an event. */
    public record NoteJson(String uid, Instant at, String kind, String detail) {

        static NoteJson of(SyncNote note) {
            var kind = note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new NoteJson(note.uid().value(), note.at(), kind, note.detail());
        }
    }

    /** The newest first. */
    public record NotePage(List<NoteJson> items, @Nullable String nextCursor) {}

    @POST
    @Consumes("application/json")
    @APIResponse(responseCode = "202", description = "What is kept the same from now on, and what was refused")
    public Response subscribe(@Nullable MailboxesInput input) {
        var actor = caller.administrator();
        var addresses = MigrationInput.addresses(input == null ? null : input.mailboxes(), MailboxSubscriptions.MOST);
        var asked = subscriptions.subscribe(actor.id(), addresses);
        var begun = Asked.begun(asked).stream().map(SubscriptionJson::of).toList();
        return Response.accepted(new SubscribedJson(begun, RefusedJson.of(asked)))
                .build();
    }

    @GET
    public SubscriptionPage list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        caller.administrator();
        int most = Parameters.limit(limit);
        var after = cursor == null ? "" : Parameters.address(cursor).value();
        var found = subscriptions.list(after, most + 1);
        var page = found.subList(0, Math.min(most, found.size())).stream()
                .map(SubscriptionJson::of)
                .toList();
        return new SubscriptionPage(
                page, found.size() > most ? page.get(most - 1).mailbox() : null);
    }

    @GET
    @Path("{address}")
    public SubscriptionJson read(@PathParam("address") String address) {
        caller.administrator();
        return SubscriptionJson.of(subscriptions.find(Parameters.address(address)));
    }

    @DELETE
    @Path("{address}")
    public void unsubscribe(@PathParam("address") String address) {
        var actor = caller.administrator();
        subscriptions.unsubscribe(actor.id(), Parameters.address(address));
    }

    @POST
    @Path("{address}/resync")
    public SubscriptionJson resync(@PathParam("address") String address) {
        caller.administrator();
        return SubscriptionJson.of(subscriptions.resync(Parameters.address(address)));
    }

    @GET
    @Path("{address}/notes")
    public NotePage notes(@PathParam("address") String address, @QueryParam("limit") @Nullable String limit) {
        caller.administrator();
        var found = subscriptions.notes(Parameters.address(address), Parameters.limit(limit));
        return new NotePage(found.stream().map(NoteJson::of).toList(), null);
    }
}
