package org.kalends.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventChange.Announcement;
import org.kalends.identity.Principal;

/**
 * What a command is aimed at.
 *
 * @param expectedTag the entity tag that the actor saw; null where the change stands beside whatever others change
 * @param instance RECURRENCE-ID as a moment, days and floating times as if UTC; null for the event itself
 */
public record Target(
        Principal actor,
        UUID event,
        @Nullable String expectedTag,
        Scope scope,
        @Nullable Instant instance,
        Announcement announcement) {}
