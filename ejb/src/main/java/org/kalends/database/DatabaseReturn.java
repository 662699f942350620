package org.kalends.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** For work that can wait until the database answers again, after a restart or a change of its primary. */
@ApplicationScoped
public class DatabaseReturn {

    private static final Duration ASKED_EVERY = Duration.ofMillis(200);

    /** One asks and the others wait for it: a database that starts has better to do than to refuse them all. */
    private final ReentrantLock asking = new ReentrantLock(true);

    @Inject
    Jdbi jdbi;

    /** Whether it answers, at once or at least within that time. */
    public boolean within(Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        try {
            if (!asking.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) return false;
            try {
                while (!answers()) {
                    if (System.nanoTime() > deadline) return false;
                    TimeUnit.MILLISECONDS.sleep(ASKED_EVERY.toMillis());
                }
                return true;
            } finally {
                asking.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean answers() {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("select true").mapTo(Boolean.class).one());
        } catch (JdbiException e) {
            return false;
        }
    }
}
