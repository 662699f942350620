package org.kalends.exchange.folder;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kalends.exchange.folder.store.TakenStore.Kind;
import org.kalends.exchange.item.FormWriter;
import org.kalends.exchange.item.SeriesForm;
import org.kalends.exchange.item.ToldEvent;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal;

/**
 * How events of a home are to be told to Exchange.
 *
 * @param self every address of the owner
 */
public record EventForms(Principal owner, Collection<CalendarAddress> self) {

    public EventForms {
        self = Set.copyOf(self);
    }

    /**
     * An event as it is to be there.
     *
     * @param answer what the owner says to somebody else's invitation; empty where there is none, or no answer yet
     */
    public record Meant(SeriesForm form, Optional<ParticipationStatus> answer) {

        /** The name of what the owner says to an invitation. */
        public static final String ANSWER = "answer";

        /** Of each part, so that what was written can be told from what is to be. */
        public Map<String, String> digests() {
            var digests = new TreeMap<>(form.digests());
            answer.ifPresent(said -> digests.put(ANSWER, said.name()));
            return digests;
        }

        /** Whether the answer is another than what is known. */
        public Optional<ParticipationStatus> newAnswer(Map<String, String> known) {
            return answer.filter(said -> !said.name().equals(known.get(ANSWER)));
        }
    }

    /** Empty where only instances of it are known, or where Exchange has no recurrence that says the same. */
    public Optional<Meant> of(ToldEvent told, Kind kind) {
        var writer = new FormWriter(owner.zone());
        var master = told.series().master();
        if (master == null) return Optional.empty();
        if (isInvitation(told, kind)) {
            return Optional.of(new Meant(SeriesForm.own(told, writer), answer(master)));
        }
        if (!writer.holds(master)) return Optional.empty();
        var meant = kind == Kind.SAME ? told : told.alone();
        return Optional.of(new Meant(SeriesForm.whole(meant, writer), Optional.empty()));
    }

    /** Whether it repeats as nothing in Exchange does. */
    public boolean isUnheard(ToldEvent told) {
        var master = told.series().master();
        return master != null && !new FormWriter(owner.zone()).holds(master);
    }

    /** Whether it is somebody else's meeting there too, of which one's own is written and no more. */
    public boolean isInvitation(ToldEvent told, Kind kind) {
        return kind == Kind.SAME && isAnothers(told.series().lead());
    }

    /** Whether somebody else organizes it. */
    public boolean isAnothers(EventComponent event) {
        var organizer = event.organizer();
        return organizer != null && !self.contains(organizer.address());
    }

    /** Whether the owner organizes it. */
    boolean isOwn(EventComponent event) {
        return event.organizer() != null && !isAnothers(event);
    }

    /** What the owner says to an invitation; empty while he says nothing, or is not invited. */
    public Optional<ParticipationStatus> answer(EventComponent event) {
        return event.attendees().stream()
                .filter(one -> self.contains(one.address()))
                .map(Attendee::status)
                .filter(
                        Set.of(
                                ParticipationStatus.ACCEPTED,
                                ParticipationStatus.DECLINED,
                                ParticipationStatus.TENTATIVE)::contains)
                .findFirst();
    }
}
