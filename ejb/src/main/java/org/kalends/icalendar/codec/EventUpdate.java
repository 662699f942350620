package org.kalends.icalendar.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;

/** One stored VEVENT brought to a new state: a property is written anew only if its value differs. */
final class EventUpdate {

    /** Properties that repeat another one in a form we do not write; they would contradict it. */
    private static final Map<String, List<String>> ECHOES = Map.of(
            "DTEND", List.of("DURATION", "X-MICROSOFT-CDO-ALLDAYEVENT"),
            "DESCRIPTION", List.of("X-ALT-DESC"),
            "LOCATION", List.of("X-APPLE-STRUCTURED-LOCATION"),
            "TRANSP", List.of("X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-CDO-INTENDEDSTATUS"));

    /** UID before and after; a series that is split changes it. */
    record Uids(Uid before, Uid after) {}

    private final Block stored;
    private final EventComponent before;

    EventUpdate(Block stored, EventComponent before) {
        this.stored = stored;
        this.before = before;
    }

    Block to(EventComponent after, Uids uids) {
        var old = EventWriter.slots(uids.before(), before);
        var wanted = EventWriter.slots(uids.after(), after);
        var changed = new HashSet<String>(old.keySet());
        changed.addAll(wanted.keySet());
        changed.removeIf(slot -> text(old.get(slot)).equals(text(wanted.get(slot))));
        if (changed.contains("DTSTART")) changed.add("DTEND"); // it may be told by DURATION, or not at all
        if (changed.isEmpty() && before.alarms().equals(after.alarms())) return stored;
        return stored.edit(items -> alarms(lines(items, changed, wanted), after));
    }

    private static List<Item> lines(List<Item> items, Set<String> changed, Map<String, List<ContentLine>> wanted) {
        var dropped = new HashSet<>(changed);
        changed.forEach(slot -> dropped.addAll(ECHOES.getOrDefault(slot, List.of())));
        var kept = new ArrayList<Item>();
        var written = new HashSet<String>();
        for (var item : items) {
            if (!(item instanceof ContentLine line) || !dropped.contains(slot(line))) {
                kept.add(item);
            } else if (written.add(slot(line))) {
                var fresh = wanted.getOrDefault(slot(line), List.of());
                fresh.forEach(l -> kept.add(fresh.size() == 1 ? l.withParamsOf(line, EventWriter.KNOWN_PARAMS) : l));
            }
        }
        int at = 0;
        while (at < kept.size() && kept.get(at) instanceof ContentLine) at++;
        var added = new ArrayList<Item>();
        wanted.forEach((slot, lines) -> {
            if (changed.contains(slot) && !written.contains(slot)) added.addAll(lines);
        });
        kept.addAll(at, added);
        return kept;
    }

    /** Alarms of the records are compared as a bag; those the records do not know stay. */
    private List<Item> alarms(List<Item> items, EventComponent after) {
        var missing = new ArrayList<>(after.alarms());
        var kept = new ArrayList<Item>();
        for (var item : items) {
            var alarm = item instanceof Block block && block.name().equals("VALARM")
                    ? AlarmReader.read(block)
                    : Optional.<Alarm>empty();
            if (alarm.isEmpty() || missing.remove(alarm.get())) kept.add(item);
        }
        missing.forEach(a -> kept.add(AlarmWriter.block(a, after)));
        return kept;
    }

    private static String slot(ContentLine line) {
        if (!line.name().equals("ATTENDEE")) return FileLines.slot(line).orElse(line.name());
        return PeopleReader.address(line.value())
                .map(a -> "ATTENDEE " + a.value())
                .orElse("ATTENDEE");
    }

    private static String text(@Nullable List<ContentLine> lines) {
        var text = new StringBuilder();
        if (lines != null) lines.forEach(l -> text.append(l.raw()));
        return text.toString();
    }
}
