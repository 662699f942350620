package org.kalends.event.overlay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;
import org.kalends.sharing.Level;

/**
 * A text that somebody wrote into somebody else's calendar, taken apart.
 *
 * @param shared what all see, with what is the owner's alone as it was; the stored text itself where all see the same
 * @param overlay what is the writer's alone
 */
public record Split(String shared, Overlay overlay) {

    /** Of an object that was not there before: but for reminders, it begins as its writer has it. */
    public static Split fresh(String sent) {
        var overlay = new LinkedHashMap<Instant, List<Item>>();
        var shared = Components.of(sent).edited((key, component) -> {
            overlay.put(
                    key, component.items().stream().filter(Personal::reminder).toList());
            return Components.without(component, Personal::reminder);
        });
        return new Split(shared, Overlay.of(overlay));
    }

    /**
     * Of one that was there.
     *
     * @param stored as all share it, its owner's reminders in it
     * @param level the writer's
     */
    public static Split of(String stored, String sent, Level level) {
        return new Splitting(stored, sent, Personal.of(level)).split();
    }

    /** One text on its way. */
    private static final class Splitting {

        private final String stored;
        private final Personal personal;
        private final Components parts;
        private final Map<Instant, Block> before;
        private final Map<Instant, Block> after;
        private final Set<Instant> pinned;

        Splitting(String stored, String sent, Personal personal) {
            this.stored = stored;
            this.personal = personal;
            this.parts = Components.of(sent);
            var there = Components.of(stored);
            this.before = there.byInstance();
            this.after = parts.byInstance();
            var added = new HashSet<>(after.keySet());
            added.removeAll(before.keySet());
            added.remove(Components.MASTER);
            boolean events = there.events() && parts.events();
            this.pinned = events ? Set.copyOf(PinnedInstances.among(added, stored, sent)) : Set.of();
        }

        Split split() {
            var overlay = new LinkedHashMap<Instant, List<Item>>();
            after.forEach((key, component) -> overlay.put(key, mine(component, owners(key))));
            return new Split(unchanged() ? stored : shared(), Overlay.of(overlay));
        }

        private boolean unchanged() {
            var told = new HashSet<>(after.keySet());
            told.removeAll(pinned);
            return told.equals(before.keySet())
                    && told.stream().allMatch(key -> Components.same(before.get(key), after.get(key), personal));
        }

        private String shared() {
            return parts.edited((key, component) -> pinned.contains(key)
                    ? null
                    : Components.adding(
                            Components.without(component, personal::has),
                            owners(key).items().stream().filter(personal::has).toList()));
        }

        /** What stands there now; of an instance that is told apart for the first time, that of the series. */
        private Block owners(Instant key) {
            var there = before.get(key);
            var known = there == null ? before.get(Components.MASTER) : there;
            return known == null ? Block.of("VEVENT", List.of()) : known;
        }

        /** Reminders as they are; of the rest what differs from what the owner says. */
        private List<Item> mine(Block component, Block owners) {
            var mine = new ArrayList<Item>();
            for (var item : component.items()) {
                boolean differs = owners.items().stream().noneMatch(other -> equal(item, other));
                if (Personal.reminder(item) || personal.has(item) && differs) mine.add(item);
            }
            boolean silent = component.line("TRANSP").isEmpty();
            if (silent
                    && personal.names().contains("TRANSP")
                    && owners.line("TRANSP").isPresent()) {
                mine.add(ContentLine.of("TRANSP", "OPAQUE")); // what no TRANSP means
            }
            return mine;
        }

        private static boolean equal(Item one, Item other) {
            return one instanceof ContentLine a
                    && other instanceof ContentLine b
                    && a.name().equals(b.name())
                    && a.value().equals(b.value());
        }
    }
}
