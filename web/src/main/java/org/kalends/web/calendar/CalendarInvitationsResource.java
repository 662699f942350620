package org.kalends.web.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.SharingInvitations;
import org.kalends.identity.Caller;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.sharing.Share.Answer;
import org.kalends.sharing.SharingNotice;
import org.kalends.sharing.SharingNotice.Kind;
import org.kalends.web.calendar.CalendarsResource.OwnerJson;
import org.kalends.web.event.Parameters;

/** Calendars of others that one is asked to take; owners ask so by their calendar programs. */
@Path("calendars/invitations")
@RequestScoped
@Produces("application/json")
public class CalendarInvitationsResource {

    private static final Map<String, Answer> ANSWERS = Map.of("accepted", Answer.ACCEPTED, "declined", Answer.DECLINED);

    @Inject
    SharingInvitations invitations;

    @Inject
    Directory directory;

    @Inject
    Caller caller;

    /**
     * One that waits for an answer.
     *
     * @param name what the owner calls the calendar
     * @param level {@code read} or {@code write}
     */
    public record InvitationJson(UUID id, String name, OwnerJson owner, String level, Instant createdAt) {}

    /** All of them, the oldest first. */
    public record InvitationPage(List<InvitationJson> items, @Nullable String nextCursor) {}

    /** @param answer {@code accepted} or {@code declined} */
    public record AnswerInput(@Nullable String answer) {}

    @GET
    public InvitationPage list() {
        var waiting = invitations.of(caller.principal()).stream()
                .filter(notice -> notice.kind() == Kind.INVITED)
                .toList();
        var people = waiting.isEmpty()
                ? Map.<UUID, Principal>of()
                : directory.byIds(
                        waiting.stream().map(notice -> notice.place().home()).toList());
        return new InvitationPage(
                waiting.stream().map(notice -> json(notice, people)).toList(), null);
    }

    private static InvitationJson json(SharingNotice notice, Map<UUID, Principal> people) {
        var owner = people.get(notice.place().home());
        if (owner == null) throw new IllegalStateException("nobody has that home");
        return new InvitationJson(
                notice.id(),
                notice.summary(),
                new OwnerJson(owner.id(), owner.name(), owner.address().value()),
                notice.level().token(),
                notice.created());
    }

    /** 204 either way: what was accepted stands among the calendars. */
    @PUT
    @Path("{id}")
    @Consumes("application/json")
    public void answer(@PathParam("id") String id, @Nullable AnswerInput input) {
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        var answer = ANSWERS.get(input.answer() == null ? "" : input.answer());
        if (answer == null) throw CalendarException.invalid("answer", "must be accepted or declined");
        invitations.answer(caller.principal(), Parameters.id(id), answer, null);
    }
}
