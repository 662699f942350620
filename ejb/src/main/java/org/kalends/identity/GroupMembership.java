package org.kalends.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kalends.identity.Principal.Kind;
import org.kalends.identity.store.AdministrationStore;
import org.kalends.identity.store.GroupStore;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Members put into groups and taken out by administrators. People and groups may be members; no group contains itself. */
@Stateless
public class GroupMembership {

    @Inject
    Administration administration;

    @Inject
    AdministrationStore records;

    @Inject
    GroupStore groups;

    @Inject
    Directory directory;

    @Inject
    AuditLog audit;

    /** Direct members by name. @throws CalendarException 404 when there is no such group */
    public List<Principal> members(UUID group) {
        administration.find(Kind.GROUP, group);
        var ids = groups.members(group);
        var found = directory.byIds(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** @throws CalendarException 404 for an unknown group or member, 409 for a room or a circle */
    public void add(UUID group, UUID member) {
        records.lock(); // two who nest at once could close a circle
        administration.find(Kind.GROUP, group);
        var joins = directory.byId(member).orElseThrow(() -> missing(member));
        administration.find(joins.kind(), member); // retired ones are known still, but join nothing
        if (joins.kind() != Kind.USER && joins.kind() != Kind.GROUP) {
            throw new CalendarException(Problem.CONFLICT, "Only people and groups can be members");
        }
        if (groups.contains(member, group)) {
            throw new CalendarException(
                    Problem.CONFLICT, "A group cannot contain itself, nor a group that contains it");
        }
        if (groups.add(group, member)) audit.note(AuditAction.GROUP_MEMBER_ADDED, group);
    }

    /** @throws CalendarException 404 when it is no direct member */
    public void remove(UUID group, UUID member) {
        administration.find(Kind.GROUP, group);
        if (!groups.remove(group, member)) throw missing(member);
        audit.note(AuditAction.GROUP_MEMBER_REMOVED, group);
    }

    private static CalendarException missing(UUID member) {
        return new CalendarException(Problem.NOT_FOUND, "There is no member of the id " + member);
    }
}
