package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Uid;

/** Who makes the first copy of a UID in a home: there is no row yet that could be locked. */
@ApplicationScoped
public class ClaimStore {

    @Inject
    Jdbi jdbi;

    /** Waits for whoever claimed the same; it is held until the transaction ends. */
    public void claim(UUID home, Uid uid) {
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock(hashtextextended(:home || :uid, 0))")
                .bind("home", home.toString())
                .bind("uid", uid.value())
                .map((row, context) -> "")
                .one());
    }
}
