package org.kalends.scheduling;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.database.Ids;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventCopies;
import org.kalends.event.Origin;
import org.kalends.event.StoredEvent;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Method;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Secret;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.scheduling.AttendeeReplies.Answer;
import org.kalends.scheduling.domain.CopyRules;
import org.kalends.scheduling.domain.Views;
import org.kalends.scheduling.store.RsvpTokens;
import org.kalends.scheduling.store.RsvpTokens.Invitation;

/** Answers by link, for guests and for those inside; looking changes nothing. */
@Stateless
public class RsvpAnswers {

    @Inject
    RsvpTokens tokens;

    @Inject
    EventCopies copies;

    @Inject
    AttendeeReplies replies;

    @Inject
    Directory directory;

    @Inject
    Scheduling scheduling;

    @Inject
    Handovers handovers;

    @Inject
    Event<MessageDecided> decided;

    @Inject
    Clock clock;

    /**
     * What a link leads to.
     *
     * @param me the invited; as he stands now
     * @param reader who he is where he is inside; null for a guest
     * @param changed whether the event was moved since the link was sent
     */
    public record Invited(
            EventSeries series, Attendee me, @Nullable Principal reader, boolean changed, boolean cancelled) {}

    /** Empty when the link is unknown, expired, or the event is gone or lists him no more. */
    public Optional<Invited> look(Secret token) {
        return tokens.find(token.hash()).map(this::organized).flatMap(this::invited);
    }

    /** Another may organize it since the link was sent. */
    private Invitation organized(Invitation sent) {
        var self = Set.copyOf(directory.addressesOf(sent.home()));
        return copies.look(sent.home(), sent.uid())
                .map(StoredEvent::series)
                .flatMap(copy -> handovers.organizer(copy, self))
                .map(now -> new Invitation(now.id(), sent.uid(), sent.address(), sent.sequence()))
                .orElse(sent);
    }

    private Optional<Invited> invited(Invitation invitation) {
        return copies.find(invitation.home(), invitation.uid())
                .map(StoredEvent::series)
                .flatMap(series -> me(series, invitation)
                        .map(me -> new Invited(
                                series,
                                me,
                                directory.byLogin(me.address().value()).orElse(null),
                                series.lead().revision().sequence() > invitation.sequence(),
                                series.lead().labels().status() == Status.CANCELLED)));
    }

    private static Optional<Attendee> me(EventSeries series, Invitation invitation) {
        return series.stream()
                .flatMap(c -> c.attendees().stream())
                .filter(a -> a.address().equals(invitation.address()))
                .findFirst();
    }

    /** @throws CalendarException 404 for a link that leads nowhere, 409 for a cancelled event */
    public Invited answer(Secret token, Answer answer) {
        var invitation = tokens.find(token.hash()).map(this::organized).orElseThrow(RsvpAnswers::nowhere);
        var invited = invited(invitation).orElseThrow(RsvpAnswers::nowhere);
        if (invited.cancelled()) throw new CalendarException(Problem.CANCELLED, "The event was cancelled");
        var me = invited.me().answered(answer.status(), answer.comment()).proposing(answer.proposed());
        var inside = invited.reader();
        if (inside != null && copies.find(inside.id(), invitation.uid()).isPresent()) {
            replies.answer(inside, invitation.uid(), AttendeeReplies.Aim.WHOLE, answer);
        } else {
            directory.byId(invitation.home()).ifPresent(organizer -> apply(organizer, invited.series(), me));
        }
        return new Invited(invited.series(), me, inside, invited.changed(), false);
    }

    private void apply(Principal organizer, EventSeries series, Attendee me) {
        var lead = series.lead();
        var said = new EventSeries(series.uid(), lead.withRecurrenceId(null).withAttendees(List.of(me)), List.of());
        var next = CopyRules.reply(series, said);
        if (next.isEmpty()) return;
        copies.put(organizer, next.get(), Origin.delivery(organizer));
        var name = me.name().isEmpty() ? me.address().value() : me.name();
        decided.fire(new MessageDecided(
                organizer.id(),
                Ids.next(),
                Method.REPLY,
                series,
                next.get(),
                new MessageDecided.Actor(name, me.address()),
                Set.of(organizer.address()),
                Announcement.AT_ONCE,
                clock.instant()));
        var others = Views.invited(next.get());
        others.remove(me.address());
        scheduling.refresh(organizer.id(), next.get(), others, clock.instant());
    }

    private static CalendarException nowhere() {
        return new CalendarException(Problem.NOT_FOUND, "This link leads nowhere, or it is too old");
    }
}
