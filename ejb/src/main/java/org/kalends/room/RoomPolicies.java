package org.kalends.room;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.kalends.identity.AuditAction;
import org.kalends.identity.AuditLog;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.room.domain.RoomPolicy;
import org.kalends.room.store.PolicyStore;

/** The policies of rooms as administrators see and set them. */
@Stateless
public class RoomPolicies {

    @Inject
    PolicyStore policies;

    @Inject
    Directory directory;

    @Inject
    AuditLog audit;

    /** @throws CalendarException 404 if there is no such room */
    public RoomPolicy of(UUID room) {
        require(room);
        return Objects.requireNonNull(policies.of(Set.of(room)).get(room)).policy();
    }

    /**
     * Sets it; what was answered before stays.
     *
     * @throws CalendarException 404 if there is no such room, 400 if it names nobody who could be asked or allowed
     */
    public void set(UUID room, RoomPolicy policy) {
        require(room);
        var approver = policy.approver();
        boolean nobody = approver == null
                || directory.byId(approver).filter(p -> p.kind() == Kind.USER).isEmpty();
        if (policy.mode() == RoomPolicy.Mode.ASK && nobody) {
            throw CalendarException.invalid("approver", "must be a person");
        }
        if (directory.byIds(policy.allowed()).size() != policy.allowed().size()) {
            throw CalendarException.invalid("allowed", "must be people and groups");
        }
        policies.put(room, policy);
        audit.note(AuditAction.ROOM_POLICY_CHANGED, room);
    }

    /** The rooms that this person answers for. */
    public List<Principal> askedOf(Principal approver) {
        var rooms = policies.askedOf(approver.id());
        return List.copyOf(directory.byIds(rooms).values());
    }

    private void require(UUID room) {
        var found = directory.byId(room).filter(p -> p.kind() == Kind.ROOM || p.kind() == Kind.RESOURCE);
        if (found.isEmpty()) throw new CalendarException(Problem.NOT_FOUND, "There is no such room");
    }
}
