package org.kalends.event.overlay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;

/**
 * What a viewer has for himself of an object in somebody else's calendar, laid over what all share when he reads it:
 * his reminders, whether it takes his time, how it looks to him.
 *
 * @param parts by RECURRENCE-ID as a moment; an instance without a part has that of the whole
 */
public record Overlay(Map<Instant, List<Item>> parts) {

    public static final Overlay NONE = new Overlay(Map.of());

    public Overlay {
        parts = Map.copyOf(parts);
    }

    /** @param text as {@link #text} gives it */
    public static Overlay read(String text) {
        if (text.isEmpty()) return NONE;
        var parts = Components.of(text).byInstance().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> mine(part.getValue())));
        return new Overlay(parts);
    }

    private static List<Item> mine(Block part) {
        return part.items().stream()
                .filter(item -> !item.name().equals("RECURRENCE-ID"))
                .toList();
    }

    /** A VCALENDAR with a component for each part; empty where nothing is said. */
    public String text() {
        if (parts.isEmpty()) return "";
        var blocks = new ArrayList<Item>();
        parts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(part -> {
            var items = new ArrayList<Item>();
            if (!part.getKey().equals(Components.MASTER)) {
                items.add(ContentLine.of("RECURRENCE-ID", Times.utc(part.getKey())));
            }
            items.addAll(part.getValue());
            blocks.add(Block.of("VEVENT", items));
        });
        return Block.of("VCALENDAR", blocks).raw();
    }

    /**
     * The object as its viewer has it: without the reminders of its owner, with his own.
     *
     * @param shared as it is stored
     */
    public String over(String shared) {
        if (parts.isEmpty() && !Personal.mayRemind(shared)) return shared;
        var whole = parts.isEmpty() ? shared : PinnedInstances.in(shared, parts.keySet());
        return Components.of(whole).edited((key, component) -> over(component, of(key)));
    }

    private static Block over(Block component, List<Item> mine) {
        var instead = mine.stream()
                .filter(ContentLine.class::isInstance)
                .map(Item::name)
                .collect(Collectors.toSet());
        var rest = Components.without(
                component,
                item -> Personal.reminder(item) || item instanceof ContentLine && instead.contains(item.name()));
        return Components.adding(rest, mine);
    }

    private List<Item> of(Instant key) {
        return parts.getOrDefault(key, parts.getOrDefault(Components.MASTER, List.of()));
    }

    /** Parts that say the same as the whole say nothing. */
    static Overlay of(Map<Instant, List<Item>> said) {
        var whole = said.getOrDefault(Components.MASTER, List.of());
        var parts = new LinkedHashMap<Instant, List<Item>>();
        said.forEach((key, items) -> {
            boolean master = key.equals(Components.MASTER);
            if (master ? !items.isEmpty() : !raw(items).equals(raw(whole))) parts.put(key, items);
        });
        return new Overlay(parts);
    }

    private static List<String> raw(List<Item> items) {
        return items.stream().map(Item::raw).toList();
    }
}
