package org.kalends.identity;

import java.util.UUID;

/** Told in the transaction that gives somebody another zone or other addresses: what was reckoned by them is to be anew. */
public record PersonChanged(UUID person) {}
