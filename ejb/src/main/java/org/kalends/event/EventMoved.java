package org.kalends.event;

import java.time.Instant;
import java.util.UUID;
import org.kalends.icalendar.Uid;

/** An event lies in another calendar of its home from now on, and says what it said before; in the transaction of the move. */
public record EventMoved(UUID home, Uid uid, Instant at) {}
