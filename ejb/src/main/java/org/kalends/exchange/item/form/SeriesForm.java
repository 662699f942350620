package org.kalends.exchange.item.form;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kalends.exchange.item.form.ItemForm.Field;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.Expander;

/**
 * A series as Exchange is to have it: the item, and what is other in single instances. Those that have no place cannot be
 * named there and are left out.
 *
 * @param changed forms of instances that are other, by their place in the rule, from 1
 * @param deleted places of instances that do not take place
 */
public record SeriesForm(ItemForm item, Map<Integer, ItemForm> changed, Set<Integer> deleted) {

    private static final String DELETED = "deleted";
    private static final String INSTANCE = "instance ";

    public SeriesForm {
        changed = Map.copyOf(changed);
        deleted = Set.copyOf(deleted);
    }

    /** What is one's own of somebody else's meeting. */
    public static SeriesForm own(ToldEvent told, FormWriter writer) {
        var event = told.series().lead();
        return new SeriesForm(writer.own(event, told.extras(event)), Map.of(), Set.of());
    }

    /** What is one's own of single instances, each of which is an item of its own: parts by {@link #lone}. */
    public static SeriesForm lone(ToldEvent told, FormWriter writer) {
        var parts = new TreeMap<String, List<Field>>();
        for (var override : told.series().overrides()) {
            var own = writer.own(override, told.extras(override));
            parts.put(lone(told.series(), override), own.differing(Map.of()));
        }
        return new SeriesForm(new ItemForm(parts), Map.of(), Set.of());
    }

    /** By what an instance without its series is known. */
    public static String lone(EventSeries series, EventComponent override) {
        return Expander.recurrenceId(series, override).instant(ZoneOffset.UTC).toString();
    }

    /** All of an event with a master. */
    public static SeriesForm whole(ToldEvent told, FormWriter writer) {
        var series = told.series();
        var master = series.lead();
        var places = Places.of(series);
        var changed = new TreeMap<Integer, ItemForm>();
        var deleted = new TreeSet<Integer>();
        for (var override : series.overrides()) {
            places.of(override).ifPresent(place -> changed.put(place, writer.whole(override, told.extras(override))));
        }
        for (var excluded : master.recurrence().excluded()) {
            places.of(excluded).filter(place -> !changed.containsKey(place)).ifPresent(deleted::add);
        }
        return new SeriesForm(writer.whole(master, told.extras(master)), changed, deleted);
    }

    /** The same, where these do not take place. */
    public SeriesForm without(Set<Integer> places) {
        var left = new TreeMap<>(changed);
        left.keySet().removeAll(places);
        var gone = new TreeSet<>(deleted);
        gone.addAll(places);
        return new SeriesForm(item, left, gone);
    }

    /** What each part says, so that two forms can be compared without keeping them. */
    public Map<String, String> digests() {
        var digests = new TreeMap<>(item.digests());
        changed.forEach((place, form) ->
                digests.put(instance(place), String.join("", form.digests().values())));
        deleted.forEach(place -> digests.put(instance(place), DELETED));
        return digests;
    }

    private static String instance(int place) {
        return INSTANCE + place;
    }

    /**
     * What is to be done with instances, where something else is known of them.
     *
     * @param known digests of what is there
     */
    public List<Integer> toDelete(Map<String, String> known) {
        return deleted.stream()
                .filter(place -> !DELETED.equals(known.get(instance(place))))
                .sorted()
                .toList();
    }

    /** Forms of instances to be written, by their places. */
    public Map<Integer, ItemForm> toChange(Map<String, String> known) {
        var digests = digests();
        var differing = new TreeMap<>(changed);
        differing.keySet().removeIf(place -> Objects.equals(digests.get(instance(place)), known.get(instance(place))));
        return differing;
    }

    /**
     * Whether instances are as the rule says that are other there: only the rule, written again, makes them so.
     *
     * @param known digests of what is there
     */
    public boolean takesBack(Map<String, String> known) {
        var mine = digests();
        return known.keySet().stream()
                .anyMatch(part -> part.startsWith(INSTANCE)
                        && (!mine.containsKey(part)
                                || DELETED.equals(known.get(part)) && !DELETED.equals(mine.get(part))));
    }

    /** Whether one says the time or the rule otherwise than the other. */
    public static boolean isAnew(Map<String, String> one, Map<String, String> other) {
        return List.of(FormWriter.TIME, FormWriter.RECURRENCE).stream()
                .anyMatch(part -> !Objects.equals(one.get(part), other.get(part)));
    }

    /** What is known without what it says of instances: after the rule was written they are as it says. */
    public static Map<String, String> withoutInstances(Map<String, String> known) {
        var rest = new TreeMap<>(known);
        rest.keySet().removeIf(part -> part.startsWith(INSTANCE));
        return rest;
    }
}
