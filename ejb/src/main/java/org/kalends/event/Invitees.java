package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.Organizer;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;

/** Says who the invited are: names and kinds from the directory, answers as they were known. */
@ApplicationScoped
class Invitees {

    @Inject
    Directory directory;

    /** One statement, however many are invited; each address once. */
    EventComponent named(EventComponent event, Principal organizer) {
        if (event.attendees().isEmpty()) return event.withOrganizer(null);
        Map<CalendarAddress, Attendee> once = new LinkedHashMap<>();
        event.attendees().forEach(attendee -> once.putIfAbsent(attendee.address(), attendee));
        var known = directory.byAddress(once.keySet());
        var attendees = once.values().stream()
                .map(attendee -> named(attendee, known.get(attendee.address()), organizer))
                .toList();
        var kept = event.organizer();
        return event.withOrganizer(kept != null ? kept : new Organizer(organizer.address(), organizer.name(), null))
                .withAttendees(List.copyOf(attendees));
    }

    private static Attendee named(Attendee attendee, @Nullable Principal known, Principal organizer) {
        if (known == null) return attendee;
        var status = known.id().equals(organizer.id()) ? ParticipationStatus.ACCEPTED : attendee.status();
        return new Attendee(
                attendee.address(),
                known.name(),
                kind(known.kind()),
                attendee.role(),
                status,
                attendee.comment(),
                attendee.proposed());
    }

    private static Attendee.Kind kind(Principal.Kind kind) {
        return switch (kind) {
            case USER -> Attendee.Kind.INDIVIDUAL;
            case GROUP -> Attendee.Kind.GROUP;
            case ROOM -> Attendee.Kind.ROOM;
            case RESOURCE -> Attendee.Kind.RESOURCE;
        };
    }
}
