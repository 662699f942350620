package org.kalends.outbox;

import java.time.Duration;

/**
 * How far the outbox is behind.
 *
 * @param depth rows that are not sent yet, those included that are not due
 * @param oldest for how long the first due row has been due; zero when none is
 */
public record OutboxStatus(long depth, Duration oldest) {}
