package org.kalends.scheduling;

import org.kalends.icalendar.EventSeries;
import org.kalends.identity.Principal;

/** CDI event, fired in the transaction of the answer: nobody need be asked for the room any more. */
public record RoomSettled(Principal room, Principal approver, EventSeries series) {}
