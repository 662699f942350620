package org.kalends.event.jmx;

/** The event store's upkeep, for administrators. */
public interface StoreMXBean {

    /**
     * Computes every column and instance again from the stored texts; changes nothing on a healthy database, and no
     * version in any case.
     *
     * @return how many events were gone through
     */
    long rebuild();

    /**
     * Does at once what happens each night.
     *
     * @return how many series are stored farther ahead than before
     */
    long rollHorizon();
}
