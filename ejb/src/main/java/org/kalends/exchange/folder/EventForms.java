package org.kalends.exchange.folder;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kalends.exchange.folder.store.TakenStore.Kind;
import org.kalends.exchange.folder.store.TakenStore.Taken;
import org.kalends.exchange.item.form.FormWriter;
import org.kalends.exchange.item.form.Places;
import org.kalends.exchange.item.form.SeriesForm;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
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

    /** An event as it is to be there. */
    public record Meant(SeriesForm form, Answers answers) {

        /** Of each part, so that what was written can be told from what is to be. */
        public Map<String, String> digests() {
            var digests = new TreeMap<>(form.digests());
            digests.putAll(answers.digests());
            return digests;
        }
    }

    /** Empty where Exchange has no recurrence that says the same, or cannot have it without its series. */
    public Optional<Meant> of(ToldEvent told, Kind kind) {
        var writer = new FormWriter(owner.zone());
        var series = told.series();
        if (isInvitation(told, kind)) return Optional.of(invited(told, writer));
        if (isUnheard(told)) return Optional.empty();
        var form = kind == Kind.SAME
                ? SeriesForm.whole(told, writer)
                : SeriesForm.whole(told.alone(), writer).without(declined(series));
        return Optional.of(new Meant(form, Answers.NONE));
    }

    private Meant invited(ToldEvent told, FormWriter writer) {
        var master = told.series().master();
        return master == null
                ? new Meant(SeriesForm.lone(told, writer), new Answers(Optional.empty(), loneAnswers(told.series())))
                : new Meant(SeriesForm.own(told, writer), new Answers(answer(master), named(told.series())));
    }

    private Map<String, ParticipationStatus> loneAnswers(EventSeries series) {
        var said = new TreeMap<String, ParticipationStatus>();
        for (var override : series.overrides()) {
            answer(override).ifPresent(answer -> said.put(SeriesForm.lone(series, override), answer));
        }
        return said;
    }

    private Map<String, ParticipationStatus> named(EventSeries series) {
        var named = new TreeMap<String, ParticipationStatus>();
        singleAnswers(series).forEach((place, said) -> named.put(Integer.toString(place), said));
        return named;
    }

    private Set<Integer> declined(EventSeries series) {
        var declined = new TreeMap<>(singleAnswers(series));
        declined.values().removeIf(said -> said != ParticipationStatus.DECLINED);
        return declined.keySet();
    }

    /** Who takes an instance out of his copy of a meeting declines it, and Exchange takes out what is declined. */
    private Map<Integer, ParticipationStatus> singleAnswers(EventSeries series) {
        var places = Places.of(series);
        var said = new TreeMap<Integer, ParticipationStatus>();
        for (var excluded : series.lead().recurrence().excluded()) {
            places.of(excluded).ifPresent(place -> said.put(place, ParticipationStatus.DECLINED));
        }
        for (var override : series.overrides()) {
            answer(override).ifPresent(answer -> places.of(override).ifPresent(place -> said.put(place, answer)));
        }
        return said;
    }

    /** Whether it is somebody else's, and the owner does not come. */
    public boolean isDeclined(EventComponent event) {
        return isAnothers(event)
                && answer(event).filter(ParticipationStatus.DECLINED::equals).isPresent();
    }

    /** Whether nothing of what we would write is other than what is known to be there. */
    public boolean isAsKnown(ToldEvent told, Taken known) {
        return of(told, known.kind())
                .filter(meant -> meant.digests().equals(known.parts()))
                .isPresent();
    }

    /** Whether it repeats as nothing in Exchange does, or is instances of what is not here. */
    public boolean isUnheard(ToldEvent told) {
        var master = told.series().master();
        return master == null || !new FormWriter(owner.zone()).holds(master);
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

    /** Whether somebody else asks the owner to come. */
    public boolean isInvited(EventComponent event) {
        return isAnothers(event) && event.attendees().stream().anyMatch(one -> self.contains(one.address()));
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
