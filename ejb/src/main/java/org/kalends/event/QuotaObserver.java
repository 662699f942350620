package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.kalends.calendar.Quota;
import org.kalends.event.EventChange.Cause;

/** Who writes while his home has more than it may is refused, unless he deletes; what others send arrives all the same. */
@ApplicationScoped
public class QuotaObserver {

    @Inject
    Quota quota;

    void observe(@Observes EventChange change) {
        boolean written = change.cause() == Cause.PERSON || change.cause() == Cause.IMPORT;
        if (written && change.after() != null) quota.check(change.home());
    }
}
