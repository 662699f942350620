package org.kalends.icalendar;

/**
 * A recurrence that is legal but too large to keep: CALDAV:max-instances.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-5.2.8">RFC 4791, 5.2.8</a>
 */
public class RecurrenceRefused extends InvalidCalendarData {

    public RecurrenceRefused(String message) {
        super(message);
    }
}
