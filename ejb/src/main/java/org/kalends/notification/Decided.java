package org.kalends.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Method;
import org.kalends.identity.CalendarAddress;
import org.kalends.notification.domain.EventPair;

/**
 * A scheduling message as mail sees it: what some people are to be told.
 *
 * @param id of the scheduling message
 * @param before null when the event is new
 * @param after null when it is gone
 * @param actorAddress who did it; he is told nothing
 */
public record Decided(
        UUID home,
        UUID id,
        Method method,
        @Nullable EventSeries before,
        @Nullable EventSeries after,
        String actorName,
        CalendarAddress actorAddress,
        Instant at) {

    /** The state to be told of: after, or before where it is gone. */
    public EventSeries series() {
        if (after != null) return after;
        if (before != null) return before;
        throw new IllegalStateException("a decision has a before or an after");
    }

    /** What it is to one recipient. */
    NewsKind kindFor(CalendarAddress recipient) {
        return switch (method) {
            case CANCEL -> NewsKind.CANCELLATION;
            case REPLY, COUNTER -> NewsKind.ANSWER;
            case DECLINECOUNTER -> NewsKind.PROPOSAL_DECLINED;
            case REFRESH -> NewsKind.STATE_ASKED;
            default -> {
                if (isHandedTo(recipient)) yield NewsKind.HANDOVER;
                yield before != null && invites(before, recipient) ? NewsKind.CHANGE : NewsKind.INVITATION;
            }
        };
    }

    private boolean isHandedTo(CalendarAddress recipient) {
        var organizer = after == null ? null : after.lead().organizer();
        return organizer != null && organizer.address().equals(recipient);
    }

    /** What waits for a reader under one subject may be joined: same event, or same instance of it, and same recipient. */
    String subjectFor(CalendarAddress recipient) {
        var instance = series().lead().recurrenceId();
        var of = instance == null ? "" : instance.match(EventTime::local, EventTime::local, EventTime::local) + "/";
        var apart =
                switch (method) {
                    case REPLY, COUNTER -> "answer/" + actorAddress + "/";
                    case DECLINECOUNTER -> "proposal/";
                    case REFRESH -> "state/";
                    default -> "";
                };
        return apart + of + recipient + "/" + series().uid();
    }

    /** A change that its readers cannot see is none to them. */
    static boolean visible(@Nullable EventSeries before, @Nullable EventSeries after) {
        return before == null
                || after == null
                || !EventPair.differing(before, after).isEmpty();
    }

    private static boolean invites(EventSeries series, CalendarAddress address) {
        return series.stream()
                .map(EventComponent::attendees)
                .flatMap(List::stream)
                .anyMatch(attendee -> attendee.address().equals(address));
    }
}
