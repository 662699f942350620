package org.kalends.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.calendar.DeadProperty;

/** Properties that the server does not understand, per viewer. */
@ApplicationScoped
public class DeadPropertyStore {

    @Inject
    Jdbi jdbi;

    public List<DeadProperty> of(UUID home, UUID viewer, Collection<UUID> resources) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select resource, ns, name, xml from dead_property"
                                + " where home_id = :home and viewer = :viewer and resource = any(:resources) order by ns, name")
                .bind("home", home)
                .bind("viewer", viewer)
                .bind("resources", resources.toArray(UUID[]::new))
                .map((row, context) -> new DeadProperty(
                        row.getObject("resource", UUID.class),
                        row.getString("ns"),
                        row.getString("name"),
                        row.getString("xml")))
                .list());
    }

    public void put(UUID home, UUID viewer, DeadProperty property) {
        var statement = property.xml().isEmpty()
                ? "delete from dead_property where home_id = :home and resource = :resource and viewer = :viewer"
                        + " and ns = :ns and name = :name"
                : "insert into dead_property (home_id, resource, viewer, ns, name, xml) values (:home, :resource,"
                        + " :viewer, :ns, :name, :xml) on conflict (home_id, resource, viewer, ns, name)"
                        + " do update set xml = excluded.xml";
        jdbi.useHandle(handle -> handle.createUpdate(statement)
                .bind("home", home)
                .bind("viewer", viewer)
                .bind("resource", property.resource())
                .bind("ns", property.namespace())
                .bind("name", property.name())
                .bind("xml", property.xml())
                .execute());
    }
}
