package org.kalends.outbox.jmx;

/** The outbox of the whole installation, as any node sees it. */
public interface OutboxMXBean {

    /** Rows that are not sent yet. */
    long getDepth();

    /** Seconds for which the first due row has been due. */
    long getOldestAgeSeconds();
}
