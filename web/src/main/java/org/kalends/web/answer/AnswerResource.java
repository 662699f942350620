package org.kalends.web.answer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;
import org.kalends.scheduling.AttendeeReplies;
import org.kalends.scheduling.AttendeeReplies.Answer;
import org.kalends.web.event.Parameters;
import org.kalends.web.event.SpanJson;

/** My answer to an invitation, for the whole event, one instance, or it and those that follow. */
@Path("events/{id}/answer")
@RequestScoped
@Produces("application/json")
public class AnswerResource {

    private static final int LONGEST_COMMENT = 2_000;
    private static final Map<String, ParticipationStatus> ANSWERS = Map.of(
            "accepted", ParticipationStatus.ACCEPTED,
            "declined", ParticipationStatus.DECLINED,
            "tentative", ParticipationStatus.TENTATIVE);

    @Inject
    AttendeeReplies replies;

    @Inject
    Caller caller;

    /** What a caller says. */
    public record AnswerInput(@Nullable String status, @Nullable String comment, @Nullable SpanJson proposed) {}

    /** What stands now. */
    public record AnswerJson(String status, @Nullable String comment, @Nullable SpanJson proposed, String etag) {}

    @PUT
    @Consumes("application/json")
    public AnswerJson answer(
            @PathParam("id") String id,
            @QueryParam("instance") @Nullable String instance,
            @QueryParam("scope") @Nullable String scope,
            @Nullable AnswerInput input) {
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        var answer = read(input.status(), input.comment(), input.proposed());
        var at = Parameters.instance(instance);
        var aim = new AttendeeReplies.Aim(Parameters.scope(scope, at), at);
        var stored = replies.answer(caller.principal(), Parameters.id(id), aim, answer);
        return new AnswerJson(
                String.valueOf(input.status()), answer.comment(), SpanJson.of(answer.proposed()), stored.etag());
    }

    /** @throws CalendarException 400 naming what is wrong */
    public static Answer read(@Nullable String status, @Nullable String comment, @Nullable SpanJson proposed) {
        var answer = status == null ? null : ANSWERS.get(status);
        if (answer == null) throw CalendarException.invalid("status", "must be accepted, declined or tentative");
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw CalendarException.invalid("comment", "must have at most " + LONGEST_COMMENT + " characters");
        }
        return new Answer(
                answer,
                comment == null || comment.isBlank() ? null : comment,
                proposed == null ? null : proposed.read("proposed"));
    }
}
