package org.kalends.live;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kalends.event.ChangeNotice;
import org.kalends.live.store.ChangeLog;

/** What a reader missed while he was not connected, whichever node he was at. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ChangeBacklog {

    /** More than clocks differ and transactions last: what committed late is found, some of it for the second time. */
    static final Duration OVERLAP = Duration.ofSeconds(30);

    /** Who missed more is better off reading everything anew. */
    static final int MOST = 1_000;

    @Inject
    ChangeLog log;

    /** Changes in these homes since about the moment, oldest first; only the last of each event. */
    public List<ChangeNotice> since(Instant moment, Collection<UUID> homes) {
        return log.since(moment.minus(OVERLAP), homes, MOST);
    }
}
