package org.kalends.outbox;

/** CDI event, fired asynchronously after a commit that left rows in the outbox: somebody may send them now. */
public record OutboxFilled() {}
