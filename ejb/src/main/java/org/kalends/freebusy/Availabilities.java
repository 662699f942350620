package org.kalends.freebusy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.calendar.CalendarCollection;
import org.kalends.freebusy.domain.Presence;
import org.kalends.freebusy.store.AvailabilityStore;
import org.kalends.freebusy.store.AvailabilityStore.Row;
import org.kalends.icalendar.Availability;
import org.kalends.icalendar.codec.AvailabilityReader;
import org.kalends.time.Interval;

/** What people said of when they can be met (RFC 7953). */
@ApplicationScoped
public class Availabilities {

    @Inject
    AvailabilityStore store;

    /** By home, in one statement; who said nothing is not in it. */
    Map<UUID, List<Availability>> of(Collection<UUID> homes) {
        return store.of(homes).stream()
                .collect(Collectors.groupingBy(
                        Row::home, Collectors.flatMapping(Availabilities::read, Collectors.toList())));
    }

    /** Of one calendar alone. */
    Presence in(CalendarCollection calendar, Interval range, ZoneId floating) {
        var said = store.in(calendar.home(), calendar.id()).stream()
                .flatMap(Availabilities::read)
                .toList();
        return Presence.of(said, range, floating);
    }

    private static Stream<Availability> read(Row row) {
        return AvailabilityReader.parse(row.text()).stream();
    }
}
