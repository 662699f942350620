package org.kalends.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.kalends.event.EventCopies;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels.Status;
import org.kalends.identity.Directory;
import org.kalends.scheduling.domain.CopyRules;

/**
 * Meetings that another organizes from now on. A UID belongs to whoever organizes it, so that nobody who was invited
 * takes a meeting over: first its organizer has to be done with it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-2.1.4">RFC 5546, 2.1.4</a>
 */
@ApplicationScoped
class Handovers {

    @Inject
    Directory directory;

    @Inject
    EventCopies copies;

    /** Whether the old organizer called it off, or is one of ours and has it no more, as has been told by one of ours. */
    boolean allow(EventSeries copy, EventSeries told) {
        if (CopyRules.sameOrganizer(copy, told)) return false;
        return copy.lead().labels().status() == Status.CANCELLED || left(copy, told);
    }

    private boolean left(EventSeries copy, EventSeries told) {
        var old = copy.lead().organizer();
        var next = told.lead().organizer();
        if (old == null || next == null) return false;
        var inside = directory.byAddress(Set.of(old.address(), next.address()));
        var before = inside.get(old.address());
        return before != null && inside.containsKey(next.address()) && !copies.has(before.id(), copy.uid());
    }
}
