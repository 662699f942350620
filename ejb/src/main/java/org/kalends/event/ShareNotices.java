package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.kalends.database.Ids;
import org.kalends.event.ChangeNotice.Kind;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;
import org.kalends.sharing.SharesChanged;

/** Tells who listens, on every node, that others than before may hear of a calendar. */
@ApplicationScoped
class ShareNotices {

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    void observe(@Observes SharesChanged change) {
        var now = clock.instant();
        var body = new ChangeNotice(change.home(), change.calendar(), null, Kind.SHARED, "", now, null);
        outbox.add(List.of(new OutboxMessage(
                change.home(), Queue.CHANGES, change.calendar() + " SHARED " + Ids.next(), body, now)));
    }
}
