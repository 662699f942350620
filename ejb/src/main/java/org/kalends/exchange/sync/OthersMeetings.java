package org.kalends.exchange.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kalends.event.EventCopies;
import org.kalends.event.Scope;
import org.kalends.exchange.folder.EventForms;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.store.TakenStore.Kind;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels.Status;
import org.kalends.identity.Directory;
import org.kalends.scheduling.AttendeeReplies;
import org.kalends.scheduling.AttendeeReplies.Aim;
import org.kalends.scheduling.AttendeeReplies.Answer;

/** Meetings that somebody else organizes, as the mailbox of one who is invited has them. */
@ApplicationScoped
class OthersMeetings {

    @Inject
    AttendeeReplies replies;

    @Inject
    EventCopies copies;

    @Inject
    Directory directory;

    /** Whether an item, which we made of one, still is an appointment and tells nothing of the meeting. */
    static boolean isAppointment(Ready item, Taken known) {
        var series = item.text().series();
        return known.kind() == Kind.APPOINTMENT
                && (series == null || series.lead().organizer() == null);
    }

    /**
     * An answer that was given there is given here too, so that who asked hears of it. Organizers who are not here hear
     * of it from Exchange.
     */
    void answer(EventForms forms, Ready item) {
        var owner = forms.owner();
        var there = Optional.ofNullable(item.text().series())
                .map(EventSeries::lead)
                .filter(forms::isAnothers)
                .filter(OthersMeetings::takesPlace);
        var said = there.flatMap(forms::answer);
        if (there.isEmpty() || said.isEmpty()) return;
        var here = copies.look(owner.id(), item.uid())
                .map(copy -> copy.series().lead())
                .filter(OthersMeetings::takesPlace);
        var organizer = there.get().organizer();
        if (here.isEmpty() || said.equals(forms.answer(here.get())) || organizer == null) return;
        if (directory.byAddress(organizer.address()).isEmpty()) return;
        replies.answer(owner, item.uid(), new Aim(Scope.ALL, null), new Answer(said.get(), null, null));
    }

    private static boolean takesPlace(EventComponent event) {
        return event.labels().status() != Status.CANCELLED;
    }
}
