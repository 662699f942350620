package org.kalends.icalendar;

import org.kalends.time.Interval;

/**
 * One occurrence of a series, or the single event itself.
 *
 * @param recurrenceId the moment that the rule gave it, in the form of the master's DTSTART; its own start if single
 * @param timing when it really is, an override applied
 * @param period the same as instants, days and floating times read in the zone that was asked for
 * @param component what it says: the override, or the master
 */
public record Instance(EventTime recurrenceId, Timing timing, Interval period, EventComponent component) {

    public boolean overridden() {
        return component.recurrenceId() != null;
    }
}
