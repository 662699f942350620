package org.kalends.identity;

/** CDI event, fired in the transaction that made the principal: its home is to be furnished. */
public record PrincipalCreated(Principal principal) {}
