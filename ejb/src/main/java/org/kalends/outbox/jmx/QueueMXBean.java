package org.kalends.outbox.jmx;

/** One queue at the broker. */
public interface QueueMXBean {

    /** Messages that no consumer has finished. */
    long getDepth();
}
