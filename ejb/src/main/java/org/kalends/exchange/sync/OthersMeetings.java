package org.kalends.exchange.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.kalends.event.EventCopies;
import org.kalends.event.Scope;
import org.kalends.event.StoredEvent;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels.Status;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.scheduling.AttendeeReplies;
import org.kalends.scheduling.AttendeeReplies.Aim;
import org.kalends.scheduling.AttendeeReplies.Answer;

/** Meetings that somebody else organizes, as the mailbox of one who is invited has them. */
@ApplicationScoped
class OthersMeetings {

    private static final Set<ParticipationStatus> ANSWERS =
            Set.of(ParticipationStatus.ACCEPTED, ParticipationStatus.DECLINED, ParticipationStatus.TENTATIVE);

    @Inject
    AttendeeReplies replies;

    @Inject
    EventCopies copies;

    @Inject
    Directory directory;

    /** Whether an item, which we made of one, still is an appointment and tells nothing of the meeting. */
    static boolean isAppointment(Ready item) {
        return Optional.ofNullable(item.text().series())
                .filter(series -> series.lead().organizer() != null)
                .isEmpty();
    }

    /**
     * An answer that was given there is given here too, so that who asked hears of it. Organizers who are not here hear
     * of it from Exchange.
     */
    void answer(Principal owner, Ready item) {
        var series = item.text().series();
        var organizer = series == null ? null : series.lead().organizer();
        if (series == null || organizer == null || series.lead().labels().status() == Status.CANCELLED) return;
        var self = directory.addressesOf(owner.id());
        if (self.contains(organizer.address())) return;
        var said = status(series, self).filter(ANSWERS::contains);
        var known = copies.look(owner.id(), item.uid()).map(StoredEvent::series);
        if (said.isEmpty() || known.isEmpty() || said.equals(status(known.get(), self))) return;
        if (known.get().lead().labels().status() == Status.CANCELLED) return;
        if (directory.byAddress(organizer.address()).isEmpty()) return;
        replies.answer(owner, item.uid(), new Aim(Scope.ALL, null), new Answer(said.get(), null, null));
    }

    private static Optional<ParticipationStatus> status(EventSeries series, Collection<CalendarAddress> self) {
        return series.lead().attendees().stream()
                .filter(line -> self.contains(line.address()))
                .map(Attendee::status)
                .findFirst();
    }
}
