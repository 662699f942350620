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

    /**
     * Forgets at once the removals that are older than {@code kalends.event.removals-kept}, as happens each hour.
     *
     * @return how many
     */
    long pruneChanges();

    /**
     * Makes every program that synchronises list its calendars anew; to be asked after a backup was restored.
     *
     * @return how many calendars that concerns
     */
    long forgetSyncTokens();
}
