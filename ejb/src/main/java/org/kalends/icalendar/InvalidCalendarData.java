package org.kalends.icalendar;

/** The text is no calendar object that can be taken; the message names the line, property or rule at fault. */
public class InvalidCalendarData extends RuntimeException {

    public InvalidCalendarData(String message) {
        super(message);
    }

    public InvalidCalendarData(String message, Throwable cause) {
        super(message, cause);
    }
}
