package org.kalends.event.domain;

import java.util.Objects;
import org.kalends.icalendar.EventSeries;

/** Whoever calls together to any instance is named in all of them (RFC 6638, 3.2.4.2), and nobody where nobody comes. */
final class OneOrganizer {

    private OneOrganizer() {}

    static EventSeries of(EventSeries series) {
        boolean invited = series.stream().anyMatch(c -> !c.attendees().isEmpty());
        var organizer = series.stream()
                .map(c -> c.organizer())
                .filter(Objects::nonNull)
                .findFirst()
                .filter(o -> invited)
                .orElse(null);
        return series.each(override -> override.withOrganizer(organizer));
    }
}
