package org.kalends.feed.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kalends.event.domain.Masking;
import org.kalends.feed.Feed.Level;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;
import org.kalends.transfer.domain.ComponentView;

/**
 * One calendar object for readers whom nobody knows: of private events no more than the time, of any event no alarm,
 * as an alarm is its owner's.
 *
 * @param busy what stands in the place of a title that is not told
 */
public record FeedView(Level level, String busy) implements ComponentView {

    private static final Set<String> TIMES = Set.of(
            "UID",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "STATUS",
            "TRANSP",
            "SEQUENCE");

    @Override
    public List<Block> of(Block calendar) {
        boolean masked = level == Level.BUSY || Masking.needed(calendar);
        return WHOLE.of(calendar).stream().flatMap(one -> shown(one, masked)).toList();
    }

    private Stream<Block> shown(Block component, boolean masked) {
        if (component.name().equals("VTIMEZONE")) return Stream.of(component);
        if (!masked) return Stream.of(withoutAlarms(component));
        boolean takesNoTime = !component.name().equals("VEVENT") || freeForGood(component);
        return takesNoTime ? Stream.empty() : Stream.of(timesOf(component));
    }

    /** An instance that is free stays: it stands in the place of one that is not. */
    private static boolean freeForGood(Block event) {
        boolean instance = event.line("RECURRENCE-ID").isPresent();
        boolean free = event.line("TRANSP").map(ContentLine::token).orElse("").equals("TRANSPARENT");
        boolean off = event.line("STATUS").map(ContentLine::token).orElse("").equals("CANCELLED");
        return !instance && event.line("RRULE").isEmpty() && (free || off);
    }

    private static Block withoutAlarms(Block component) {
        return component.edit(items -> {
            items.removeIf(item -> item.name().equals("VALARM"));
            return items;
        });
    }

    private Block timesOf(Block event) {
        var lines = new ArrayList<Item>();
        event.lines().filter(line -> TIMES.contains(line.name())).forEach(lines::add);
        lines.add(ContentLine.of("SUMMARY", busy));
        return Block.of("VEVENT", lines);
    }
}
