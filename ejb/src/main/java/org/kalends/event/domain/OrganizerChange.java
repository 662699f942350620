package org.kalends.event.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal;

/**
 * An event whose organizer hands it over: he stays invited and comes, all else stays as it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-2.1.4">RFC 5546, 2.1.4</a>
 */
public record OrganizerChange(Principal from, Principal to) {

    /** One revision for the cancellation that calendars elsewhere are told, and one for what comes after it. */
    public EventSeries apply(EventSeries series, Instant now) {
        return OrganizerRevision.again(OrganizerRevision.again(series.each(this::handedOver), now), now);
    }

    private EventComponent handedOver(EventComponent component) {
        var known = component.attendees().stream().map(Attendee::address).toList();
        var all = known.contains(from.address())
                ? component.attendees()
                : Stream.concat(component.attendees().stream(), Stream.of(invited(from)))
                        .toList();
        return component
                .withOrganizer(new Organizer(to.address(), to.name(), null))
                .withAttendees(all)
                .eachAttendee(one -> comes(one.address()) ? one.withStatus(ParticipationStatus.ACCEPTED) : one);
    }

    private boolean comes(CalendarAddress address) {
        return List.of(from.address(), to.address()).contains(address);
    }

    private static Attendee invited(Principal person) {
        return new Attendee(
                person.address(),
                person.name(),
                Attendee.Kind.INDIVIDUAL,
                Attendee.Role.REQUIRED,
                ParticipationStatus.ACCEPTED,
                null,
                null,
                ScheduleParameters.NONE);
    }
}
