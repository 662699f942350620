package org.kalends.scheduling;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.CalendarAddress;

/**
 * CDI event: the organizer asks those who have not answered once more. Nothing has changed.
 *
 * @param id of this question
 */
public record AnswersAwaited(
        UUID home,
        UUID id,
        EventSeries series,
        MessageDecided.Actor organizer,
        Collection<CalendarAddress> silent,
        Instant at) {}
