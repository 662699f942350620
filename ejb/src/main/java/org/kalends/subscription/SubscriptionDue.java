package org.kalends.subscription;

/** CDI event, fired in the transaction that wants a feed read as soon as it is committed. */
public record SubscriptionDue() {}
