package org.kalends.scheduling.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.identity.CalendarAddress;

/**
 * One message to be sent.
 *
 * @param before what the recipients knew; null when the event is new to them
 * @param after what they are told; for a cancellation the event as it was
 */
public record Decision(
        Method method, @Nullable EventSeries before, EventSeries after, Set<CalendarAddress> recipients) {}
