package org.kalends.exchange.sync.jmx;

import java.util.List;

/**
 * Mailboxes that are kept the same here and in Exchange, on all nodes together. Operations end with an {@link
 * IllegalArgumentException} that says what is wrong.
 */
public interface ExchangeSyncMXBean {

    /** How many are kept the same. */
    long getMailboxes();

    /** How many of them cannot be made the same just now. */
    long getTroubledMailboxes();

    /** Events that may have to be written to Exchange. */
    long getQueueDepth();

    /** For how many seconds the oldest of them waits; 0 if none does. */
    long getLagSeconds();

    /** When Exchange called last, as a moment; empty if never. */
    String getLastNotification();

    /**
     * Begins.
     *
     * @param mailboxes addresses between commas
     * @return a line for each: the address, a colon, {@code subscribed} or why it is not
     */
    List<String> subscribe(String mailboxes);

    /** Nothing is deleted on either side; a line for each. */
    List<String> unsubscribe(String mailboxes);

    /** The first thousand by their addresses. */
    List<Mailbox> listSubscriptions();

    /** Compares all of it, now. */
    Mailbox resync(String mailbox);

    /** The newest thousand words on its events. */
    List<String> notes(String mailbox);

    /** What Exchange has of somebody, asked now: the names of the calendars. */
    List<String> testConnection(String mailbox);

    /**
     * A mailbox; moments are texts, empty where there is none.
     *
     * @param heard when Exchange called last
     * @param synced when both were last the same
     * @param problem why they are not
     */
    record Mailbox(String address, String heard, String synced, String problem) {}
}
