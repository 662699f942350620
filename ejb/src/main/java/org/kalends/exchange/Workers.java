package org.kalends.exchange;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.System.Logger;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Some threads of a node that work as long as something is due, and not more of them. */
public final class Workers {

    private static final Logger LOG = System.getLogger(Workers.class.getName());

    private final AtomicInteger working = new AtomicInteger();
    private final ManagedExecutorService threads;
    private final int most;
    private final Supplier<? extends Optional<?>> work;

    /**
     * @param most how many work at once
     * @param work does what waits longest; empty when nothing is due
     */
    public Workers(ManagedExecutorService threads, int most, Supplier<? extends Optional<?>> work) {
        this.threads = threads;
        this.most = most;
        this.work = work;
    }

    /** Calls one more, unless enough are working. */
    public void look() {
        if (working.getAndUpdate(now -> now < most ? now + 1 : now) < most) threads.execute(this::workUntilNoneIsDue);
    }

    /** Who finds something calls another to look for the next meanwhile. */
    private void workUntilNoneIsDue() {
        try {
            while (work.get().isPresent()) look();
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.WARNING, "Work was broken off; another look is taken when its lease ends", e);
        } finally {
            working.decrementAndGet();
        }
    }
}
