package org.kalends.event.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;

/**
 * When a schedule tag changes: with every change but one that a delivered message made to nothing more than answers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-3.2.10">RFC 6638, 3.2.10</a>
 */
public final class ScheduleTags {

    private ScheduleTags() {}

    /** @param present the tag so far; null when there was none */
    public static UUID afterDelivery(@Nullable UUID present, EventSeries before, EventSeries after) {
        return present != null && withoutAnswers(before).equals(withoutAnswers(after)) ? present : UUID.randomUUID();
    }

    private static List<EventComponent> withoutAnswers(EventSeries series) {
        return series.stream().map(ScheduleTags::withoutAnswers).toList();
    }

    private static EventComponent withoutAnswers(EventComponent component) {
        var attendees = component.attendees().stream()
                .map(attendee -> attendee.answered(ParticipationStatus.NEEDS_ACTION, null)
                        .withSchedule(attendee.schedule().withStatus("")))
                .toList();
        var organizer = component.organizer();
        return component
                .withOrganizer(
                        organizer == null
                                ? null
                                : organizer.withSchedule(organizer.schedule().withStatus("")))
                .withAttendees(attendees)
                .withRevision(component.revision().touched(Instant.EPOCH));
    }
}
