package org.kalends.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says on this node that the outbox was filled. One word stands for all commits until somebody listens to it: to hand
 * an asynchronous event over costs the container more than the row itself.
 */
@ApplicationScoped
public class FilledSignal {

    private final AtomicBoolean raised = new AtomicBoolean();

    @Inject
    Event<OutboxFilled> filled;

    void raise() {
        if (!raised.getAndSet(true)) filled.fireAsync(new OutboxFilled());
    }

    /** Called before rows are looked for, so that what is committed meanwhile is said again. */
    public void lower() {
        raised.set(false);
    }
}
