package org.kalends.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A deed as it was written.
 *
 * @param network where it came from; empty when from inside
 * @param client what the program called itself
 */
public record AuditEntry(UUID id, Instant at, Deed deed, String network, String client) {}
