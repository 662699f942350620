package org.kalends.exchange.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.kalends.exchange.sync.store.SubscriptionStore.Held;

/** What Exchange promised to call for, and its calls. */
@ApplicationScoped
public class PushStore {

    @Inject
    Jdbi jdbi;

    public void promised(Held held, byte[] token, String pushId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update ews_subscription set token_hash = :token, push_id = :push, heard_at = :now"
                                + " where home_id = :home and lease = :lease")
                .bind("home", held.home())
                .bind("lease", held.lease())
                .bind("token", token)
                .bind("push", pushId)
                .bind("now", now)
                .execute());
    }

    /**
     * Exchange called; it is looked at. False if that promise has ended.
     *
     * @param pushId by which Exchange names its promise
     */
    public boolean called(byte[] token, String pushId, Instant now) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update ews_subscription set heard_at = ?, due = least(due, ?)"
                                + " where token_hash = ? and push_id = ? and ended_at is null",
                        now,
                        now,
                        token,
                        pushId))
                == 1;
    }

    /** Whether somebody was given that token, though it may have ended. */
    public boolean knows(byte[] token) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from ews_subscription where token_hash = ?)")
                        .bind(0, token)
                        .mapTo(Boolean.class)
                        .one());
    }
}
