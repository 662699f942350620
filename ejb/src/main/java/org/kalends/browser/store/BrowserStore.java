package org.kalends.browser.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.browser.Browser;
import org.kalends.browser.Browser.Endpoint;
import org.kalends.browser.Browser.Registered;

/** The table {@code browser}. */
@ApplicationScoped
public class BrowserStore {

    @Inject
    Jdbi jdbi;

    /** The newest first. */
    public List<Registered> of(UUID owner) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from browser where home_id = :owner order by registered_at desc, id")
                .bind("owner", owner)
                .map((row, context) -> browser(row))
                .list());
    }

    /** Those who have any. */
    public Set<UUID> owners(Collection<UUID> among) {
        if (among.isEmpty()) return Set.of();
        return jdbi.withHandle(
                handle -> handle.createQuery("select distinct home_id from browser where home_id = any(:among)")
                        .bind("among", among.toArray(UUID[]::new))
                        .mapTo(UUID.class)
                        .set());
    }

    /** In the place of the one with its id; of those beyond the number the oldest go. */
    public void put(UUID owner, Browser browser, int most) {
        var endpoint = browser.endpoint();
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from browser where endpoint = :endpoint and (home_id, id) <> (:owner, :id)")
                    .bind("endpoint", endpoint.map(Endpoint::url))
                    .bind("owner", owner)
                    .bind("id", browser.id())
                    .execute();
            handle.createUpdate(
                            """
                            insert into browser (home_id, id, name, endpoint, p256dh, auth)
                            values (:owner, :id, :name, :endpoint, :p256dh, :auth)
                            on conflict (home_id, id) do update set name = excluded.name, endpoint = excluded.endpoint,
                              p256dh = excluded.p256dh, auth = excluded.auth""")
                    .bind("owner", owner)
                    .bind("id", browser.id())
                    .bind("name", browser.name())
                    .bind("endpoint", endpoint.map(Endpoint::url))
                    .bind("p256dh", endpoint.map(Endpoint::p256dh))
                    .bind("auth", endpoint.map(Endpoint::auth))
                    .execute();
            handle.createUpdate(
                            """
                            delete from browser where home_id = :owner and id in (
                              select id from browser where home_id = :owner
                              order by id = :id desc, registered_at desc, id offset :most)""")
                    .bind("owner", owner)
                    .bind("id", browser.id())
                    .bind("most", most)
                    .execute();
        });
    }

    /** @return false where there is none */
    public boolean remove(UUID owner, UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from browser where home_id = :owner and id = :id")
                        .bind("owner", owner)
                        .bind("id", id)
                        .execute()
                > 0);
    }

    /** Its push service knows it no more; its windows still tell. */
    public void loseEndpoint(UUID owner, UUID id, Endpoint lost) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update browser set endpoint = null, p256dh = null, auth = null
                        where home_id = :owner and id = :id and endpoint = :lost""")
                .bind("owner", owner)
                .bind("id", id)
                .bind("lost", lost.url())
                .execute());
    }

    private static Registered browser(ResultSet row) throws SQLException {
        var url = row.getString("endpoint");
        var browser = new Browser(
                row.getObject("id", UUID.class),
                row.getString("name"),
                url == null
                        ? Optional.empty()
                        : Optional.of(new Endpoint(url, row.getString("p256dh"), row.getString("auth"))));
        return new Registered(browser, row.getTimestamp("registered_at").toInstant());
    }
}
