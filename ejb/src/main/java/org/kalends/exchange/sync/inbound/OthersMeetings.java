package org.kalends.exchange.sync.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EventCopies;
import org.kalends.event.Scope;
import org.kalends.event.StoredEvent;
import org.kalends.exchange.folder.EventForms;
import org.kalends.exchange.folder.FolderPage.Ready;
import org.kalends.exchange.folder.Window;
import org.kalends.exchange.folder.store.TakenStore.Kind;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.Instances;
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

    @Inject
    Clock clock;

    /** Whether an item, which we made of one, still is an appointment and tells nothing of the meeting. */
    static boolean isAppointment(Ready item, Taken known) {
        var series = item.text().series();
        return known.kind() == Kind.APPOINTMENT
                && (series == null || series.lead().organizer() == null);
    }

    /**
     * Answers that were given there are given here too, so that who asked hears of them. Organizers who are not here hear
     * of them from Exchange.
     */
    void answer(EventForms forms, Ready item) {
        var there = item.text().series();
        if (there == null || !forms.isAnothers(there.lead()) || !isHere(there.lead())) return;
        Optional.ofNullable(there.master())
                .filter(OthersMeetings::takesPlace)
                .flatMap(forms::answer)
                .ifPresent(said -> answer(forms, item.uid(), null, said));
        for (var override : there.overrides()) {
            forms.answer(override)
                    .filter(said -> takesPlace(override))
                    .ifPresent(said -> answer(forms, item.uid(), Expander.recurrenceId(there, override), said));
        }
        for (var excluded : there.lead().recurrence().excluded()) {
            answer(forms, item.uid(), excluded, ParticipationStatus.DECLINED);
        }
    }

    private void answer(EventForms forms, Uid uid, @Nullable EventTime instance, ParticipationStatus said) {
        var at = instance == null ? null : instance.instant(ZoneOffset.UTC);
        var here = copies.look(forms.owner().id(), uid)
                .map(StoredEvent::series)
                .flatMap(series -> at == null
                        ? Optional.of(series.lead())
                        : Instances.find(series, at).map(Instances::override))
                .filter(event -> takesPlace(event) && forms.isInvited(event))
                .filter(event -> !forms.answer(event).equals(Optional.of(said)));
        if (here.isEmpty()) return;
        var aim = at == null ? Aim.WHOLE : new Aim(Scope.THIS, at);
        replies.answer(forms.owner(), uid, aim, new Answer(said, null, null));
    }

    /**
     * An item was thrown away there. A meeting that still is to be and that somebody here organizes is declined by that,
     * and what is declined stays here.
     *
     * @param event of the series, which the item said
     * @return whether it stays
     */
    boolean stays(EventForms forms, EventSeries series, EventComponent event) {
        if (forms.isDeclined(event)) return true;
        boolean asked = forms.isInvited(event) && isHere(event) && takesPlace(event);
        if (!asked || !new Window(clock.instant(), null).meets(series)) return false;
        var instance = event.recurrenceId() == null ? null : Expander.recurrenceId(series, event);
        answer(forms, series.uid(), instance, ParticipationStatus.DECLINED);
        return true;
    }

    /** Whether its organizer is one of ours. */
    private boolean isHere(EventComponent event) {
        var organizer = event.organizer();
        return organizer != null && directory.byAddress(organizer.address()).isPresent();
    }

    private static boolean takesPlace(EventComponent event) {
        return event.labels().status() != Status.CANCELLED;
    }
}
