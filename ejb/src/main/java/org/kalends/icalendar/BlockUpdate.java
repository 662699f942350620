package org.kalends.icalendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The new state of a component written over its old lines. */
final class BlockUpdate {

    /** What {@link ComponentWriter} stands for; every other line is somebody else's and stays. */
    private static final Set<String> OWNED = Set.of(
            "DTSTAMP",
            "CREATED",
            "LAST-MODIFIED",
            "SEQUENCE",
            "RECURRENCE-ID",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "CONFERENCE",
            "STATUS",
            "CLASS",
            "TRANSP",
            "CATEGORIES",
            "COLOR",
            "ORGANIZER",
            "ATTENDEE");

    private BlockUpdate() {}

    static Block apply(Block old, EventComponent after) {
        var before = ComponentReader.read(old);
        var oldText = byName(ComponentWriter.lines(before));
        var newText = byName(ComponentWriter.lines(after));
        var result = Block.empty(old.name());
        var written = new ArrayList<String>();
        for (var line : old.lines()) {
            var name = line.name().equals("DURATION") ? "DTEND" : line.name();
            if (!OWNED.contains(line.name()) || raws(oldText, name).equals(raws(newText, name))) {
                result.add(line);
            } else if (!written.contains(name)) {
                replaced(name, old, oldText, newText).forEach(result::add);
            }
            written.add(name);
        }
        newText.forEach((name, lines) -> {
            if (!written.contains(name)) lines.forEach(result::add);
        });
        alarms(old, before, after).forEach(result::add);
        return result;
    }

    /** Lines of one property; of a list such as ATTENDEE the unchanged ones keep their old form. */
    private static List<ContentLine> replaced(
            String name, Block old, Map<String, List<ContentLine>> oldText, Map<String, List<ContentLine>> newText) {
        var kept = new HashMap<String, ContentLine>();
        var oldLines = old.all(name);
        var oldWritten = oldText.getOrDefault(name, List.of());
        if (oldLines.size() == oldWritten.size()) {
            for (int i = 0; i < oldLines.size(); i++) kept.put(oldWritten.get(i).raw(), oldLines.get(i));
        }
        return newText.getOrDefault(name, List.of()).stream()
                .map(line -> kept.getOrDefault(line.raw(), line))
                .toList();
    }

    private static List<Block> alarms(Block old, EventComponent before, EventComponent after) {
        if (before.alarms().equals(after.alarms())) return old.blocks();
        var blocks = new ArrayList<>(old.blocks().stream()
                .filter(block -> !block.name().equals("VALARM"))
                .toList());
        after.alarms()
                .forEach(alarm ->
                        blocks.add(ComponentWriter.alarm(alarm, after.details().title())));
        return blocks;
    }

    private static List<String> raws(Map<String, List<ContentLine>> text, String name) {
        return text.getOrDefault(name, List.of()).stream().map(ContentLine::raw).toList();
    }

    private static Map<String, List<ContentLine>> byName(List<ContentLine> lines) {
        return lines.stream().collect(Collectors.groupingBy(ContentLine::name));
    }
}
