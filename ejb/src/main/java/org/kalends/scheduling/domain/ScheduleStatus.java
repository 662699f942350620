package org.kalends.scheduling.domain;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Organizer;
import org.kalends.identity.CalendarAddress;

/**
 * The codes of SCHEDULE-STATUS, and where they are noted: the organizer's copy tells of each attendee, an attendee's
 * copy of the organizer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-3.2.9">RFC 6638, 3.2.9</a>
 */
public final class ScheduleStatus {

    public static final String PENDING = "1.0";
    /** A relay took the mail. */
    public static final String SENT = "1.1";
    /** It is in the recipient's home. */
    public static final String DELIVERED = "1.2";

    public static final String SUCCESS = "2.0";
    public static final String UNKNOWN_USER = "3.7";
    /** Not yet, and tried again. */
    public static final String RETRYING = "5.1";
    /** Never. */
    public static final String FAILED = "5.3";

    private ScheduleStatus() {}

    /** The copy with what came of the messages to these addresses. */
    public static EventSeries noted(EventSeries copy, Map<CalendarAddress, String> results, Set<CalendarAddress> self) {
        return copy.each(override -> noted(override, results, self));
    }

    private static EventComponent noted(
            EventComponent component, Map<CalendarAddress, String> results, Set<CalendarAddress> self) {
        var organizer = component.organizer();
        if (organizer == null) return component;
        return self.contains(organizer.address())
                ? component.withAttendees(component.attendees().stream()
                        .map(attendee -> noted(attendee, results.get(attendee.address())))
                        .toList())
                : component.withOrganizer(noted(organizer, results.get(organizer.address())));
    }

    /** Who answered has got the message, whatever is heard of it later. */
    private static Attendee noted(Attendee attendee, @Nullable String result) {
        var known = attendee.schedule();
        boolean answered = known.status().equals(SUCCESS) && attendee.status() != ParticipationStatus.NEEDS_ACTION;
        return result == null || answered ? attendee : attendee.withSchedule(known.withStatus(result));
    }

    private static Organizer noted(Organizer organizer, @Nullable String result) {
        if (result == null) return organizer;
        var heard = result.equals(DELIVERED) ? SUCCESS : result;
        return organizer.withSchedule(organizer.schedule().withStatus(heard));
    }
}
