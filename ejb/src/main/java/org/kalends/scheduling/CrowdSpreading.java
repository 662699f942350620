package org.kalends.scheduling;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import org.kalends.outbox.Processed;
import org.kalends.scheduling.Spreading.Telling;
import org.kalends.scheduling.store.ItipMessages;

/** Spreads what was decided for a crowd, in a transaction of its own, the messages of one event in their order. */
@Stateless
public class CrowdSpreading {

    private static final String CONSUMER = "crowd";

    @Inject
    Processed processed;

    @Inject
    ItipMessages messages;

    @Inject
    Spreading spreading;

    /** Once, however often the task comes. */
    public void spread(CrowdTask task) {
        if (!processed.once(task.home(), CONSUMER, task.key())) return;
        var message = messages.find(task.home(), task.message()).orElseThrow();
        var before = messages.release(task.home(), task.message()).orElse(null);
        var told = new Telling(before, message.series(), new LinkedHashSet<>(task.recipients()));
        spreading.spread(message, told, task.actor(), task.announcement());
    }
}
