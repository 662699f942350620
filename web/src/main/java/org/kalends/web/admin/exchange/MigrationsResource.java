package org.kalends.web.admin.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Asked;
import org.kalends.exchange.folder.ItemOutcome;
import org.kalends.exchange.migration.MigrationJob.State;
import org.kalends.exchange.migration.MigrationJobs;
import org.kalends.exchange.migration.MigrationJobs.Turn;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;
import org.kalends.web.event.Parameters;

/** {@code /admin/exchange/migrations}: mailboxes that are moved from Exchange, one job each. Role admin. */
@Path("admin/exchange/migrations")
@RequestScoped
@Produces("application/json")
public class MigrationsResource {

    private static final int LONGEST_CURSOR = 1_000;

    @Inject
    Caller caller;

    @Inject
    MigrationJobs migrations;

    /** An address for which no job was begun. */
    public record RefusedJson(String mailbox, String reason) {

        static <T> List<RefusedJson> of(List<Asked<T>> asked) {
            return Asked.refused(asked).stream()
                    .map(one -> new RefusedJson(one.address(), one.reason()))
                    .toList();
        }
    }

    /** What became of a list. */
    public record BegunJson(List<JobJson> jobs, List<RefusedJson> refused) {}

    /** The newest first, a thousand at most. */
    public record JobPage(List<JobJson> items, @Nullable String nextCursor) {}

    /** What a person should know of an item. */
    public record ItemJson(
            String id, @Nullable String uid, String calendar, String title, String action, String reason) {

        static ItemJson of(ItemOutcome item) {
            return new ItemJson(
                    item.item(), item.uid(), item.calendar(), item.title(), token(item.action()), item.reason());
        }
    }

    /** A page of them. */
    public record ItemPage(List<ItemJson> items, @Nullable String nextCursor) {}

    @POST
    @Consumes("application/json")
    @APIResponse(responseCode = "202", description = "The jobs that were begun, and what was refused")
    public Response start(@Nullable MigrationInput input) {
        var actor = caller.administrator();
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        var asked = migrations.start(actor.id(), input.addresses(), input.manner());
        var begun = Asked.begun(asked).stream().map(JobJson::of).toList();
        return Response.accepted(new BegunJson(begun, RefusedJson.of(asked))).build();
    }

    @GET
    public JobPage list(@QueryParam("state") @Nullable String state) {
        caller.administrator();
        var wanted = state == null ? null : state(state);
        return new JobPage(migrations.list(wanted).stream().map(JobJson::of).toList(), null);
    }

    @GET
    @Path("{id}")
    public JobJson read(@PathParam("id") String id) {
        caller.administrator();
        return JobJson.of(migrations.find(Parameters.id(id)));
    }

    @GET
    @Path("{id}/items")
    public ItemPage items(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        caller.administrator();
        int most = Parameters.limit(limit);
        var after = cursor == null ? "" : cursor;
        if (after.length() > LONGEST_CURSOR || after.indexOf('\0') >= 0) {
            throw CalendarException.invalid("cursor", "is none that this list gave");
        }
        var found = migrations.noted(Parameters.id(id), after, most + 1);
        var page = found.subList(0, Math.min(most, found.size())).stream()
                .map(ItemJson::of)
                .toList();
        return new ItemPage(page, found.size() > most ? page.get(most - 1).id() : null);
    }

    @POST
    @Path("{id}/pause")
    public JobJson pause(@PathParam("id") String id) {
        return turn(id, Turn.PAUSE);
    }

    @POST
    @Path("{id}/resume")
    public JobJson resume(@PathParam("id") String id) {
        return turn(id, Turn.RESUME);
    }

    @POST
    @Path("{id}/stop")
    public JobJson stop(@PathParam("id") String id) {
        return turn(id, Turn.STOP);
    }

    @POST
    @Path("{id}/retry")
    public JobJson retry(@PathParam("id") String id) {
        return turn(id, Turn.RETRY);
    }

    private JobJson turn(String id, Turn turn) {
        var actor = caller.administrator();
        return JobJson.of(migrations.turn(actor.id(), Parameters.id(id), turn));
    }

    private static State state(String token) {
        return Arrays.stream(State.values())
                .filter(state -> token(state).equals(token))
                .findFirst()
                .orElseThrow(() -> CalendarException.invalid(
                        "state",
                        "must be one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(State.values())
                                                .map(MigrationsResource::token)
                                                .toList())));
    }

    private static String token(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
