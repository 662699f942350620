package org.kalends.calendar;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a home; null leaves as it is.
 *
 * @param availability a VCALENDAR with VAVAILABILITYs; empty to say nothing any more
 * @param defaultCalendar which of one's own calendars invitations go to
 */
public record HomeChange(@Nullable String availability, @Nullable UUID defaultCalendar) {

    public static final HomeChange NONE = new HomeChange(null, null);

    public HomeChange available(String text) {
        return new HomeChange(text, defaultCalendar);
    }

    public HomeChange receivingIn(UUID calendar) {
        return new HomeChange(availability, calendar);
    }
}
