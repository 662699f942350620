package org.kalends.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The edit lock of an event, as long as it lives.
 *
 * @param token proves who holds it when it is given back
 * @param until by the clock of the database; over at that moment unless renewed
 */
public record EditLease(UUID holder, UUID token, Instant until) {}
