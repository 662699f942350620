package org.kalends.scheduling.imip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventCopies;
import org.kalends.event.Origin;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.scheduling.domain.CopyRules;
import org.kalends.scheduling.domain.Views;

/**
 * Those who answer an invitation that was passed on to them: shown to the organizer, let in by him alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-3.2.3">RFC 5546, 3.2.3 (party crashers)</a>
 */
@ApplicationScoped
class UninvitedGuests {

    @Inject
    EventCopies copies;

    @Inject
    Directory directory;

    /** Whether that answer comes from somebody who is not in the organizer's event, nor sent by somebody who is. */
    boolean among(Collection<CalendarAddress> organizers, Method method, EventSeries told) {
        if (method != Method.REPLY && method != Method.COUNTER) return false;
        return directory.byAddress(organizers).values().stream()
                .anyMatch(organizer -> copies.find(organizer.id(), told.uid())
                        .filter(copy -> uninvited(copy.series(), told))
                        .isPresent());
    }

    private static boolean uninvited(EventSeries known, EventSeries told) {
        var invited = Views.invited(known);
        return told.stream()
                .flatMap(component -> component.attendees().stream())
                .noneMatch(one -> {
                    var himself = new HashSet<>(one.schedule().delegatedFrom());
                    himself.add(one.address());
                    return himself.stream().anyMatch(invited::contains);
                });
    }

    /** With the answer that he gave; he knows of the event, so nobody is told. */
    void admit(Principal organizer, EventSeries told) {
        copies.find(organizer.id(), told.uid())
                .filter(copy -> uninvited(copy.series(), told))
                .ifPresent(copy -> copies.replace(
                        copy, CopyRules.admitted(copy.series(), told), Origin.person(organizer, Announcement.NONE)));
    }
}
