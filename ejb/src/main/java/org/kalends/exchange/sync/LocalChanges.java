package org.kalends.exchange.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import org.kalends.event.EventChange;
import org.kalends.event.EventChange.Cause;
import org.kalends.event.EventCopies;
import org.kalends.event.EventMoved;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.folder.EventForms;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.exchange.sync.store.OutboundStore;

/** Which events change here: noted in the transaction of the change. Exchange is asked later. */
@ApplicationScoped
public class LocalChanges {

    @Inject
    OutboundStore outbound;

    @Inject
    EventCopies copies;

    @Inject
    EwsClient exchange;

    void observe(@Observes EventChange change) {
        if (!exchange.isThere() || change.cause() == Cause.RESULTS) return;
        outbound.note(change.home(), change.series().uid(), change.at());
    }

    /** Whether it is here and says something else than what is known to be there, which is still to be written. */
    public boolean isChanged(EventForms forms, Taken known) {
        var home = forms.owner().id();
        return !outbound.changed(home, Set.of(known.uid())).isEmpty()
                && copies.look(home, known.uid())
                        .map(here -> ToldEvent.of(here.series(), here.ical()))
                        .filter(here -> !forms.isAsKnown(here, known))
                        .isPresent();
    }

    void observe(@Observes EventMoved move) {
        if (exchange.isThere()) outbound.note(move.home(), move.uid(), move.at());
    }
}
