package org.kalends.icalendar;

import java.time.Instant;

/**
 * Which state of the event this is.
 *
 * @param sequence SEQUENCE, raised by the organizer when time, rule or place of existence changes (RFC 5546, 2.1.4)
 * @param stamp DTSTAMP, when this state was made
 */
public record Revision(int sequence, Instant stamp, Instant created, Instant lastModified) {

    public static Revision first(Instant now) {
        return new Revision(0, now, now, now);
    }

    /** Same SEQUENCE, newer stamp. */
    public Revision touched(Instant now) {
        return new Revision(sequence, now, created, now);
    }

    public Revision withSequence(int changed) {
        return new Revision(changed, stamp, created, lastModified);
    }
}
