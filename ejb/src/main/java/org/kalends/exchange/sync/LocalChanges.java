package org.kalends.exchange.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.kalends.event.EventChange;
import org.kalends.event.EventChange.Cause;
import org.kalends.event.EventMoved;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.sync.store.OutboundStore;

/** Notes which events change here, in the transaction of the change. Exchange is asked later. */
@ApplicationScoped
public class LocalChanges {

    @Inject
    OutboundStore outbound;

    @Inject
    EwsClient exchange;

    void observe(@Observes EventChange change) {
        if (!exchange.isThere() || change.cause() == Cause.RESULTS) return;
        outbound.note(change.home(), change.series().uid(), change.at());
    }

    void observe(@Observes EventMoved move) {
        if (exchange.isThere()) outbound.note(move.home(), move.uid(), move.at());
    }
}
