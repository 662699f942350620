package org.kalends.event.resource.filter;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Param;
import org.kalends.time.Interval;

/**
 * Of each VFREEBUSY the periods that overlap a range; what cannot be read stays.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.6.7">RFC 4791, 9.6.7</a>
 */
public record FreeBusyLimit(Interval range) {

    public Block of(Block calendar) {
        return calendar.with(calendar.items().stream()
                .map(item -> item instanceof Block block && block.name().equals("VFREEBUSY") ? limited(block) : item)
                .toList());
    }

    private Block limited(Block block) {
        List<Item> kept = block.items().stream()
                .flatMap(item -> item instanceof ContentLine line && line.name().equals("FREEBUSY")
                        ? limited(line)
                        : Stream.of(item))
                .toList();
        return block.with(kept);
    }

    private Stream<Item> limited(ContentLine line) {
        var told = line.value().split(",");
        var kept = Stream.of(told).filter(this::overlaps).collect(Collectors.joining(","));
        if (kept.equals(line.value())) return Stream.of(line);
        return kept.isEmpty()
                ? Stream.empty()
                : Stream.of(ContentLine.of(line.name(), kept, line.params().toArray(Param[]::new)));
    }

    private boolean overlaps(String period) {
        int slash = period.indexOf('/');
        try {
            var start =
                    Times.parse(period.substring(0, Math.max(slash, 0)).strip()).instant(ZoneOffset.UTC);
            var rest = period.substring(slash + 1).strip();
            var end = rest.startsWith("P")
                    ? start.plus(Times.duration(rest))
                    : Times.parse(rest).instant(ZoneOffset.UTC);
            return start.isBefore(range.end()) && end.isAfter(range.start());
        } catch (DateTimeException unreadable) {
            return true;
        }
    }
}
