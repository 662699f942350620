package org.kalends.exchange.pace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much is asked of Exchange just now.
 *
 * @param atOnce mailboxes that may be worked on
 * @param moving how many are moved
 * @param following how many are made the same, which people wait for: moves stand back
 * @param restsUntil null where it may be asked
 */
public record Standing(int atOnce, int moving, int following, @Nullable Instant restsUntil) {}
