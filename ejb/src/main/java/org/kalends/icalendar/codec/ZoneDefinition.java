package org.kalends.icalendar.codec;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.recurrence.Rules;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;

/**
 * A VTIMEZONE that bears no known name, brought to the zone of java.time that keeps the same offsets around an event.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5">RFC 5545, 3.6.5</a>
 */
final class ZoneDefinition {

    private static final int YEARS_COMPARED = 4;
    private static final int MAX_ONSETS = 500;
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d)(\\d\\d)(\\d\\d)?");
    private static final List<ZoneId> CANDIDATES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.matches("(Europe|America|Asia|Africa|Australia|Pacific|Atlantic|Indian|Antarctica)/.*"))
            .sorted(Comparator.comparing((String id) -> !id.startsWith("Europe/"))
                    .thenComparing(id -> id))
            .map(ZoneId::of)
            .toList();

    /** One STANDARD or DAYLIGHT. */
    private record Observance(
            EventTime start, List<String> rules, List<EventTime> added, ZoneOffset from, ZoneOffset to) {}

    private final List<Observance> observances;

    private ZoneDefinition(List<Observance> observances) {
        this.observances = observances;
    }

    static ZoneDefinition of(Block zone) {
        var observances = new ArrayList<Observance>();
        zone.blocks("STANDARD").forEach(o -> observances.add(observance(o)));
        zone.blocks("DAYLIGHT").forEach(o -> observances.add(observance(o)));
        if (observances.isEmpty()) throw new InvalidCalendarData("VTIMEZONE has neither STANDARD nor DAYLIGHT");
        return new ZoneDefinition(observances);
    }

    /** A region with the same offsets for some years from the given time on, or the offset that holds at that time. */
    ZoneId nearest(LocalDateTime at) {
        var offsets = offsets(at.minusYears(1), at.plusYears(YEARS_COMPARED));
        var from = at.toInstant(ZoneOffset.UTC);
        var samples = samples(offsets, from);
        return CANDIDATES.stream()
                .filter(zone -> samples.entrySet().stream()
                        .allMatch(s -> zone.getRules().getOffset(s.getKey()).equals(s.getValue())))
                .findFirst()
                .orElseGet(() -> offsetAt(from));
    }

    /** The offset that the definition gives at a moment. */
    ZoneOffset offsetAt(Instant moment) {
        var at = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        var offsets = offsets(at.minusYears(1), at.plusDays(1));
        var found = offsets.floorEntry(moment);
        return found == null ? offsets.firstEntry().getValue() : found.getValue();
    }

    private static Map<Instant, ZoneOffset> samples(NavigableMap<Instant, ZoneOffset> offsets, Instant from) {
        var samples = new TreeMap<Instant, ZoneOffset>();
        var first = offsets.floorEntry(from);
        if (first != null) samples.put(from, first.getValue());
        offsets.tailMap(from, false).forEach((onset, offset) -> {
            var before = offsets.lowerEntry(onset);
            if (before != null) samples.put(onset.minusSeconds(1), before.getValue());
            samples.put(onset, offset);
        });
        return samples;
    }

    private NavigableMap<Instant, ZoneOffset> offsets(LocalDateTime from, LocalDateTime to) {
        var offsets = new TreeMap<Instant, ZoneOffset>();
        for (var observance : observances) {
            var first = observance.start().local();
            offsets.put(first.toInstant(observance.from()), observance.to());
            for (var added : observance.added()) {
                offsets.put(added.local().toInstant(observance.from()), observance.to());
            }
            for (var text : observance.rules()) {
                Rules.between(text, observance.start(), from, to, MAX_ONSETS)
                        .forEach(onset -> offsets.put(onset.toInstant(observance.from()), observance.to()));
            }
        }
        return offsets;
    }

    private static Observance observance(Block block) {
        var start = block.line("DTSTART").orElseThrow(() -> new InvalidCalendarData("VTIMEZONE has no DTSTART"));
        try {
            var added = new ArrayList<EventTime>();
            block.lines("RDATE").forEach(l -> {
                for (var value : l.value().split(",")) added.add(Times.parse(value.split("/")[0]));
            });
            return new Observance(
                    new EventTime.Floating(Times.parse(start.value()).local()),
                    block.lines("RRULE").map(ContentLine::value).toList(),
                    added,
                    offset(block, "TZOFFSETFROM"),
                    offset(block, "TZOFFSETTO"));
        } catch (DateTimeException e) {
            throw new InvalidCalendarData("VTIMEZONE has a bad date or time", e);
        }
    }

    private static ZoneOffset offset(Block block, String name) {
        var text = block.line(name).map(ContentLine::value).orElse("").strip();
        var m = OFFSET.matcher(text);
        if (!m.matches()) throw new InvalidCalendarData(name + " is no offset");
        int seconds = (int) Duration.ofHours(Integer.parseInt(m.group(2)))
                .plusMinutes(Integer.parseInt(m.group(3)))
                .plusSeconds(m.group(4) == null ? 0 : Integer.parseInt(m.group(4)))
                .toSeconds();
        if (seconds > Duration.ofHours(18).toSeconds()) throw new InvalidCalendarData(name + " is no offset");
        return ZoneOffset.ofTotalSeconds(m.group(1).equals("-") ? -seconds : seconds);
    }
}
