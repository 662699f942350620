package org.kalends.scheduling;

import java.time.Instant;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.Principal;

/** CDI event, fired in the transaction of the delivery: a room is wanted, and whether it is free to be had a person decides. */
public record RoomAsked(Principal room, Principal approver, EventSeries series, Instant at) {}
