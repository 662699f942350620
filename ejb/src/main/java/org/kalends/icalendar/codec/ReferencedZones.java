package org.kalends.icalendar.codec;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;

/**
 * An object whose zones are named only, and one that says what each means.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7809#section-3.1">RFC 7809, 3.1</a>
 */
public final class ReferencedZones {

    private static final String ZONE = "VTIMEZONE";

    private ReferencedZones() {}

    /** Without the definitions of zones that bear a name of IANA. */
    public static Block named(Block calendar) {
        return calendar.with(calendar.items().stream()
                .filter(item -> !(item instanceof Block block && block.name().equals(ZONE) && standard(block)))
                .toList());
    }

    private static boolean standard(Block zone) {
        return ZoneId.getAvailableZoneIds().contains(id(zone));
    }

    private static String id(Block zone) {
        return zone.line("TZID").map(line -> line.value().strip()).orElse("");
    }

    /** With a definition of each zone that is known and was named only, before the first component. */
    public static Block defined(Block calendar) {
        var named = new TreeSet<String>();
        calendar.items().forEach(item -> note(item, named));
        calendar.blocks(ZONE).map(ReferencedZones::id).forEach(named::remove);
        List<Block> missing = named.stream()
                .map(TimezoneText::definition)
                .flatMap(Optional::stream)
                .toList();
        if (missing.isEmpty()) return calendar;
        var items = new ArrayList<Item>(calendar.items());
        items.addAll((int) calendar.lines().count(), missing);
        return calendar.with(items);
    }

    private static void note(Item item, Set<String> named) {
        if (item instanceof Block block) block.items().forEach(inner -> note(inner, named));
        else if (item instanceof ContentLine line && line.param("TZID").isPresent()) named.add(line.paramValue("TZID"));
    }
}
