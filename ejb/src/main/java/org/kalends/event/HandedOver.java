package org.kalends.event;

import java.time.Instant;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.Principal;

/**
 * CDI event, in the transaction of the change: an event has another organizer. It is stored so in the home of who
 * organized it before; observers take to the other home what hangs on the organizer's, and tell the people.
 *
 * @param from who organized it before and is invited now
 * @param actor who did it: he, or who plans for him
 */
public record HandedOver(
        Principal from, Principal to, Principal actor, EventSeries before, EventSeries after, Instant at) {}
