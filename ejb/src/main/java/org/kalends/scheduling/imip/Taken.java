package org.kalends.scheduling.imip;

import java.util.UUID;

/**
 * What became of a mail.
 *
 * @param why empty when it was applied
 */
public record Taken(UUID id, Verdict verdict, String why) {}
