package org.kalends.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who belongs to a group directly. */
@ApplicationScoped
public class GroupStore {

    @Inject
    Jdbi jdbi;

    /** Ids, by name. */
    public List<UUID> members(UUID group) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select p.id from group_member m join principal p on p.id = m.member_id"
                                + " where m.group_id = :group order by p.name, p.id")
                        .bind("group", group)
                        .mapTo(UUID.class)
                        .list());
    }

    /** Whether the second is the first or belongs to it, through other groups too. */
    public boolean contains(UUID whole, UUID part) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                with recursive within(id) as (select :whole::uuid union
                  select m.member_id from group_member m join within w on m.group_id = w.id)
                select exists (select from within where id = :part)""")
                .bind("whole", whole)
                .bind("part", part)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether that changed anything. */
    public boolean add(UUID group, UUID member) {
        return jdbi.withHandle(handle -> handle.execute(
                        "insert into group_member (group_id, member_id) values (?, ?) on conflict do nothing",
                        group,
                        member))
                > 0;
    }

    /** Whether that changed anything. */
    public boolean remove(UUID group, UUID member) {
        return jdbi.withHandle(handle ->
                        handle.execute("delete from group_member where group_id = ? and member_id = ?", group, member))
                > 0;
    }
}
