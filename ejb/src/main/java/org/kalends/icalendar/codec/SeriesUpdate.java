package org.kalends.icalendar.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.recurrence.InstanceShift;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Texts;

/** A stored calendar object brought to a new state, everything untouched as it came. */
final class SeriesUpdate {

    /** Key of the master; no RECURRENCE-ID is so early. */
    private static final Instant MASTER = Instant.MIN;

    private final Block calendar;
    private final EventSeries before;
    private final EventSeries after;
    private final InstanceShift shift;

    SeriesUpdate(Block calendar, EventSeries before, EventSeries after, InstanceShift shift) {
        this.calendar = calendar;
        this.before = before;
        this.after = after;
        this.shift = shift;
    }

    /** What says which component of a series this is. */
    static Instant key(EventSeries series, EventComponent component) {
        var id = component.recurrenceId();
        return id == null ? MASTER : InstanceKey.of(id, series);
    }

    String text() {
        var wanted = new HashMap<Instant, EventComponent>();
        after.stream().forEach(c -> wanted.put(key(after, c), c));
        var blocks = stored();
        var items = new ArrayList<Item>();
        for (var item : calendar.items()) {
            if (!(item instanceof Block block) || !block.name().equals("VEVENT")) {
                items.add(item);
                continue;
            }
            var old = blocks.get(block);
            var changed = Optional.ofNullable(old).map(c -> wanted.remove(keyNow(c)));
            if (old != null && changed.isPresent()) items.add(new EventUpdate(block, old).to(changed.get(), uids()));
        }
        after.stream()
                .filter(c -> wanted.containsKey(key(after, c)))
                .forEach(c -> items.add(EventWriter.block(after.uid(), c)));
        return calendar.with(withZones(items)).raw();
    }

    private Instant keyNow(EventComponent stored) {
        var id = stored.recurrenceId();
        return id == null || !shift.moves() ? key(before, stored) : InstanceKey.of(shift.of(id), after);
    }

    private EventUpdate.Uids uids() {
        return new EventUpdate.Uids(before.uid(), after.uid());
    }

    /** Blocks by identity of their text; the reader gives components in the order master, overrides. */
    private Map<Block, EventComponent> stored() {
        var blocks = new HashMap<Block, EventComponent>();
        var overrides = before.overrides().iterator();
        calendar.blocks("VEVENT").forEach(block -> {
            var master = before.master();
            if (block.line("RECURRENCE-ID").isPresent()) blocks.put(block, overrides.next());
            else if (master != null) blocks.put(block, master);
        });
        return blocks;
    }

    /** Zones that the new lines name and the old text did not. */
    private List<Item> withZones(List<Item> items) {
        var told = zoneNames(calendar.items());
        calendar.blocks("VTIMEZONE").forEach(z -> z.line("TZID").ifPresent(id -> told.add(Texts.unescape(id.value()))));
        var missing = zoneNames(items);
        missing.removeAll(told);
        if (missing.isEmpty()) return items;
        int at = 0;
        while (at < items.size() && !items.get(at).name().equals("VEVENT")) at++;
        var all = new ArrayList<>(items);
        for (var zone : CalendarWriter.zones(after).entrySet()) {
            var used = zone.getValue();
            if (missing.contains(zone.getKey())) all.add(at, ZoneWriter.block(used.id(), used.from()));
        }
        return all;
    }

    private static Set<String> zoneNames(List<Item> items) {
        return items.stream()
                .filter(Block.class::isInstance)
                .flatMap(i -> ((Block) i).lines())
                .map(l -> l.paramValue("TZID"))
                .collect(Collectors.toSet());
    }
}
