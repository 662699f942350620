package org.kalends.scheduling.imip;

import java.time.Instant;
import java.util.UUID;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;

/**
 * A message that changes nothing until the person whom it is for says what is to become of it.
 *
 * @param sender as the mail says; empty when it does not name one
 */
public record HeldMail(UUID id, Method method, EventSeries series, String sender, Reason reason, Instant received) {

    /** Why it is not simply believed. */
    public enum Reason {
        /** Nobody vouches for its sender, or he speaks for another. */
        UNCONFIRMED,
        /** He answers what he was not invited to. */
        UNINVITED
    }
}
