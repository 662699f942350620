package org.kalends.scheduling;

import java.util.ArrayList;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.Kind;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Attendee.Role;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.identity.Principal;

/** Somebody who is invited by way of a group: his copy gets a line of his own. */
final class GroupMember {

    private GroupMember() {}

    static EventSeries added(EventSeries series, Principal member) {
        return series.each(o -> added(o, member));
    }

    private static EventComponent added(EventComponent component, Principal member) {
        var attendees = new ArrayList<>(component.attendees());
        attendees.add(new Attendee(
                member.address(),
                member.name(),
                Kind.INDIVIDUAL,
                Role.REQUIRED,
                ParticipationStatus.NEEDS_ACTION,
                null,
                null,
                ScheduleParameters.NONE));
        return component.withAttendees(attendees);
    }
}
