package org.kalends.scheduling;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.kalends.event.EventListing.Entry;
import org.kalends.event.Invitations;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.room.RoomPolicies;
import org.kalends.scheduling.AttendeeReplies.Aim;
import org.kalends.scheduling.AttendeeReplies.Answer;

/** Rooms that ask a person before they answer: their time is held until he has said so. */
@Stateless
public class RoomApprovals {

    @Inject
    RoomPolicies policies;

    @Inject
    Invitations invitations;

    @Inject
    AttendeeReplies replies;

    @Inject
    Event<RoomSettled> settled;

    /** What a room is invited to and has not answered. */
    public record Request(Principal room, Entry event) {}

    /** Of all rooms that ask him; of each room the soonest first. */
    public List<Request> waitingFor(Principal approver) {
        return policies.askedOf(approver).stream()
                .flatMap(room -> invitations.of(room).stream().map(event -> new Request(room, event)))
                .toList();
    }

    /**
     * Answers for a room.
     *
     * @throws CalendarException 404 unless the room asks him and is invited, 409 if the event is cancelled
     */
    public void answer(Principal approver, UUID room, UUID event, Answer answer) {
        var asked = policies.askedOf(approver).stream()
                .filter(one -> one.id().equals(room))
                .findFirst()
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "No such room asks you"));
        var answered = replies.answer(asked, event, Aim.WHOLE, answer);
        settled.fire(new RoomSettled(asked, approver, answered.series()));
    }
}
