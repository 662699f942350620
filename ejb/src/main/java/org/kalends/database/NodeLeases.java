package org.kalends.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code node_lease}; times are the database's. */
@ApplicationScoped
public class NodeLeases {

    @Inject
    Jdbi jdbi;

    /** Takes or renews. @return whether this node has it now */
    public boolean hold(String name, UUID node, Duration lives) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                insert into node_lease (name, node, until)
                                values (:name, :node, clock_timestamp() + :lives * interval '1 second')
                                on conflict (name) do update set node = excluded.node, until = excluded.until
                                  where node_lease.node = excluded.node or node_lease.until < clock_timestamp()""")
                        .bind("name", name)
                        .bind("node", node)
                        .bind("lives", lives.toSeconds())
                        .execute()
                > 0);
    }
}
