package org.kalends.event.overlay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.codec.ObjectZones;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Item;

/** The components of one object by the instances that they are about. */
final class Components {

    /** Of the component that is about no single instance. */
    static final Instant MASTER = Instant.MIN;

    /** What differs between two writings of the same. */
    private static final Set<String> VOLATILE =
            Set.of("DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "RECURRENCE-ID");

    private final Block calendar;
    private final ObjectZones zones;

    private Components(Block calendar) {
        this.calendar = calendar;
        this.zones = ObjectZones.of(calendar);
    }

    static Components of(String text) {
        return new Components(ContentReader.calendar(text));
    }

    Map<Instant, Block> byInstance() {
        var found = new LinkedHashMap<Instant, Block>();
        for (var item : calendar.items()) {
            if (item instanceof Block block && about(block)) found.put(key(block), block);
        }
        return found;
    }

    /** Whether it is an event, which alone has instances that can be reckoned. */
    boolean events() {
        return calendar.items().stream()
                .filter(item -> item instanceof Block block && about(block))
                .allMatch(block -> block.name().equals("VEVENT"));
    }

    /** The text with each component edited; null from the edit leaves it out. */
    String edited(Edit edit) {
        var items = new ArrayList<Item>();
        for (var item : calendar.items()) {
            var kept = item instanceof Block block && about(block) ? edit.of(key(block), block) : item;
            if (kept != null) items.add(kept);
        }
        return calendar.with(items).raw();
    }

    /** One component changed. */
    interface Edit {

        @Nullable
        Block of(Instant key, Block component);
    }

    private static boolean about(Block block) {
        return !block.name().equals("VTIMEZONE");
    }

    private Instant key(Block component) {
        return zones.instance(component).orElse(MASTER);
    }

    /** Whether two components say the same to all but those whose these lines are. */
    static boolean same(@Nullable Block one, @Nullable Block other, Personal personal) {
        if (one == null || other == null || !one.name().equals(other.name())) return false;
        return said(one, personal).equals(said(other, personal));
    }

    private static List<String> said(Block component, Personal personal) {
        return component.items().stream()
                .filter(item -> !personal.has(item) && !VOLATILE.contains(item.name()))
                .flatMap(item -> item instanceof Block block ? nested(block) : Stream.of(line((ContentLine) item)))
                .sorted()
                .toList();
    }

    private static Stream<String> nested(Block block) {
        return Stream.of(block.name() + said(block, new Personal(Set.of())));
    }

    private static String line(ContentLine line) {
        var params = line.params().stream().map(p -> p.text()).sorted().toList();
        return line.name() + params + ":" + line.value();
    }

    /** Lines stand before components. */
    static Block adding(Block component, List<Item> more) {
        if (more.isEmpty()) return component;
        return component.edit(items -> {
            int at = 0;
            while (at < items.size() && items.get(at) instanceof ContentLine) at++;
            items.addAll(at, more.stream().filter(ContentLine.class::isInstance).toList());
            items.addAll(more.stream().filter(Block.class::isInstance).toList());
            return items;
        });
    }

    static Block without(Block component, Predicate<Item> gone) {
        if (component.items().stream().noneMatch(gone)) return component;
        UnaryOperator<List<Item>> rest = items -> {
            items.removeIf(gone);
            return items;
        };
        return component.edit(rest);
    }
}
