package org.kalends.exchange.item;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.icalendar.Zones;

/**
 * Finds the zone that Exchange means: by its Windows name, or else the one whose clocks say the same.
 *
 * @param loss what is lost by taking it; empty where it is the very same
 */
record ExchangeZone(ZoneId zone, Optional<String> loss) {

    private static final List<ZoneId> PLACES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.matches("(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .sorted()
            .map(ZoneId::of)
            .toList();

    /**
     * @param zone {@code t:StartTimeZone} or {@code t:EndTimeZone}
     * @param moment in whose year and the next one the clocks are compared
     * @param usual the zone of whose mailbox it is; preferred where several fit, taken where nothing is told
     */
    static ExchangeZone of(Optional<Element> zone, Instant moment, ZoneId usual) {
        if (zone.isEmpty()) return new ExchangeZone(usual, Optional.empty());
        var name = zone.get().attribute("Id").orElse("");
        return Zones.find(name.replaceFirst("(?i)^tzone://Microsoft/Utc$", "UTC"))
                .map(found -> new ExchangeZone(found, Optional.empty()))
                .orElseGet(() -> defined(zone.get(), moment, usual));
    }

    private static ExchangeZone defined(Element zone, Instant moment, ZoneId usual) {
        var name = zone.attribute("Name").or(() -> zone.attribute("Id")).orElse("");
        try {
            var definition = ZoneDefinition.read(zone);
            return Stream.concat(Stream.of(usual), PLACES.stream())
                    .filter(place -> agree(definition, place, moment))
                    .findFirst()
                    .map(place -> new ExchangeZone(place, Optional.empty()))
                    .orElseGet(() -> fixed(definition.offset(moment), name));
        } catch (RuntimeException unreadable) { // whatever a definition lacks: the event is worth more than its zone
            return new ExchangeZone(
                    usual, Optional.of("The time zone '" + name + "' is not known; " + usual + " is taken"));
        }
    }

    private static ExchangeZone fixed(ZoneOffset offset, String name) {
        return new ExchangeZone(
                offset,
                Optional.of("No place has the clocks of the time zone '" + name + "'; " + offset + " is taken"));
    }

    private static boolean agree(ZoneDefinition definition, ZoneId place, Instant moment) {
        var first = LocalDate.ofInstant(moment, ZoneOffset.UTC).withDayOfYear(1);
        return first.datesUntil(first.plusYears(2))
                .map(day -> day.atTime(12, 0).toInstant(ZoneOffset.UTC))
                .allMatch(
                        noon -> definition.offset(noon).equals(place.getRules().getOffset(noon)));
    }
}
