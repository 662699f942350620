package org.kalends.icalendar;

import java.time.Duration;

/**
 * A VALARM the product made or understands: relative to the start (RFC 5545, 3.8.6.3).
 *
 * @param before how long before the start; negative means after it
 */
public record Alarm(Duration before, Channel channel) {

    /** How the owner is told; MAIL is ACTION:EMAIL, the others are ACTION:DISPLAY. */
    public enum Channel {
        MAIL,
        MESSENGER,
        BROWSER
    }
}
