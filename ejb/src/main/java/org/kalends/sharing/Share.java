package org.kalends.sharing;

import org.kalends.identity.Principal;

/** A calendar shared with a person or a group. */
public record Share(Principal principal, Rights rights) {}
