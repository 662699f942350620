package org.kalends.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
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
import org.kalends.problem.CalendarException;
import org.kalends.problem.FieldError;
import org.kalends.problem.Problem;

/** Says who the invited are: names and kinds from the directory, answers as they were known. */
@ApplicationScoped
class Invitees {

    @Inject
    Directory directory;

    @Inject
    EventSettings settings;

    /** One statement, however many are invited; each address once. */
    EventComponent named(EventComponent event, Behalf behalf) {
        var organizer = behalf.owner();
        if (event.attendees().isEmpty()) return event.withOrganizer(null);
        Map<CalendarAddress, Attendee> once = new LinkedHashMap<>();
        event.attendees().forEach(attendee -> once.putIfAbsent(attendee.address(), attendee));
        var known = directory.byAddress(once.keySet());
        if (settings.addressCheck())
            refuseUnknown(once.keySet(), known.keySet(), organizer.address().domain());
        var attendees = once.values().stream()
                .map(attendee -> named(attendee, known.get(attendee.address()), organizer))
                .toList();
        return event.withOrganizer(behalf.organizer(event.organizer())).withAttendees(List.copyOf(attendees));
    }

    /** Whether the event is his to change for everybody, by whatever of his addresses (R13). */
    boolean owns(Principal actor, @Nullable Organizer organizer) {
        return organizer == null
                || organizer.address().equals(actor.address())
                || directory.addressesOf(actor.id()).contains(organizer.address());
    }

    /** The directory knows all addresses of the organizer's own domain; of others it can say nothing. */
    private static void refuseUnknown(
            Collection<CalendarAddress> invited, Collection<CalendarAddress> known, String domain) {
        var errors = new ArrayList<FieldError>();
        int index = 0;
        for (var address : invited) {
            if (address.domain().equalsIgnoreCase(domain) && !known.contains(address)) {
                errors.add(new FieldError("attendees[" + index + "].address", address.value() + " does not exist"));
            }
            index++;
        }
        if (errors.isEmpty()) return;
        throw new CalendarException(Problem.UNKNOWN_ATTENDEE, errors.get(0).message(), errors, Map.of());
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
                attendee.proposed(),
                attendee.schedule());
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
