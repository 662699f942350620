package org.kalends.exchange.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Uid;

/** Events that may have changed here since they were last written to Exchange. */
@ApplicationScoped
public class OutboundStore {

    @Inject
    Jdbi jdbi;

    /**
     * One of them.
     *
     * @param since when it changed last
     * @param tried whether an item may have been made of it already
     */
    public record Changed(Uid uid, Instant since, boolean tried) {}

    /** Notes a change, if the home is one that is kept the same. */
    public void note(UUID home, Uid uid, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into ews_outbound (home_id, uid, since)
                        select :home, :uid, :now where exists (
                          select from ews_subscription where home_id = :home and ended_at is null)
                        on conflict (home_id, uid) do update set since = excluded.since""")
                .bind("home", home)
                .bind("uid", uid.value())
                .bind("now", now)
                .execute());
    }

    /** The oldest first. */
    public List<Changed> list(UUID home, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select uid, since, attempted from ews_outbound where home_id = ? order by since, uid limit ?")
                .bind(0, home)
                .bind(1, most)
                .map((row, context) -> new Changed(
                        new Uid(row.getString("uid")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getBoolean("attempted")))
                .list());
    }

    /** Those of these events that may have changed; nobody changes any of them until the transaction ends. */
    public Set<String> changed(UUID home, Collection<Uid> uids) {
        hold(home, uids);
        return jdbi.withHandle(
                handle -> handle.createQuery("select uid from ews_outbound where home_id = :home and uid = any(:uids)")
                        .bind("home", home)
                        .bind("uids", uids.stream().map(Uid::value).toArray(String[]::new))
                        .mapTo(String.class)
                        .set());
    }

    private void hold(UUID home, Collection<Uid> uids) {
        jdbi.useHandle(handle -> handle.createQuery(
                        """
                        select 1 from calendar_object
                        where home_id = :home and uid = any(:uids) and comp = 0 and deleted_at is null
                        order by obj_id for update""")
                .bind("home", home)
                .bind("uids", uids.stream().map(Uid::value).toArray(String[]::new))
                .mapTo(Integer.class)
                .list());
    }

    public void trying(UUID home, Uid uid) {
        jdbi.useHandle(handle -> handle.execute(
                "update ews_outbound set attempted = true where home_id = ? and uid = ?", home, uid.value()));
    }

    /** It is there as it was then; what changed since stays. */
    public void settle(UUID home, Changed written) {
        jdbi.useHandle(handle -> handle.execute(
                "delete from ews_outbound where home_id = ? and uid = ? and since = ?",
                home,
                written.uid().value(),
                written.since()));
    }

    /** They are here as they are there. */
    public void settle(UUID home, Collection<Uid> uids) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from ews_outbound where home_id = :home and uid = any(:uids)")
                        .bind("home", home)
                        .bind("uids", uids.stream().map(Uid::value).toArray(String[]::new))
                        .execute());
    }
}
