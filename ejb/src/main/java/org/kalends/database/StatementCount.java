package org.kalends.database;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts what one thread sends to PostgreSQL, whoever sends it: Jdbi, EclipseLink, the end of the transaction. It
 * listens to the driver, which logs every execution; a batch counts once, as it is one round trip. Costs log records
 * while it is open, so it is for tests and demonstrations.
 */
public final class StatementCount extends Handler {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static int open;

    private final Thread counted = Thread.currentThread();
    private int count;

    private StatementCount() {}

    /** Counts from now on for the calling thread, until it is closed. */
    public static StatementCount begun() {
        var count = new StatementCount();
        synchronized (StatementCount.class) {
            if (open++ == 0) {
                DRIVER.setUseParentHandlers(false);
                DRIVER.setLevel(Level.FINEST);
            }
            DRIVER.addHandler(count);
        }
        return count;
    }

    /** Round trips so far. */
    public int count() {
        return count;
    }

    @Override
    public void publish(LogRecord logged) {
        if (Thread.currentThread() != counted) return;
        var message = String.valueOf(logged.getMessage()).strip();
        if (message.startsWith("simple execute") || message.startsWith("batch execute")) count++;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        synchronized (StatementCount.class) {
            DRIVER.removeHandler(this);
            if (--open == 0) {
                DRIVER.setLevel(null);
                DRIVER.setUseParentHandlers(true);
            }
        }
    }
}
