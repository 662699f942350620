package org.kalends.transfer.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kalends.icalendar.codec.TimezoneText;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;

/** Which zones of a stream were defined, and which it only names. */
public final class ZonesTold {

    private final Set<String> defined = new HashSet<>();
    private final Set<String> named = new TreeSet<>();

    /** Whether the component is to be written: of one and the same zone only the first. */
    public boolean first(Block component) {
        if (component.name().equals("VTIMEZONE")) {
            return defined.add(component.line("TZID").map(ContentLine::value).orElse(""));
        }
        note(component);
        return true;
    }

    private void note(Block component) {
        for (var item : component.items()) {
            if (item instanceof Block inner) note(inner);
            else if (item instanceof ContentLine line && line.param("TZID").isPresent()) {
                named.add(line.paramValue("TZID"));
            }
        }
    }

    /** Definitions of the known zones that were named and not defined. */
    public List<Block> missing() {
        return named.stream()
                .filter(zone -> !defined.contains(zone))
                .map(TimezoneText::definition)
                .flatMap(Optional::stream)
                .toList();
    }
}
