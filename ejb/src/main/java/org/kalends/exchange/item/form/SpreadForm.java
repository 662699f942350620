package org.kalends.exchange.item.form;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.time.Interval;

/**
 * A series that repeats as nothing in Exchange does, or is not here but for some instances, as single appointments:
 * those of its instances that lie within a year of now, the nearest {@value #MOST} of them. Nobody is invited to them
 * there.
 *
 * @param items by the UIDs that they have there, in the order of their starts
 * @param left how many instances of that time are not among them
 */
public record SpreadForm(Map<Uid, ItemForm> items, int left) {

    static final int MOST = 500;

    private static final Duration YEAR = Duration.ofDays(366);
    private static final DateTimeFormatter PLACE =
            DateTimeFormatter.ofPattern("_yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    public SpreadForm {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /**
     * @param attended whether the owner comes to a component of it
     * @param usual the owner's zone: days and floating times are read there
     */
    public static SpreadForm of(ToldEvent told, Predicate<EventComponent> attended, ZoneId usual, Instant now) {
        var range = new Interval(now.minus(YEAR), now.plus(YEAR));
        var all = Expander.expand(told.series(), range, usual).stream()
                .filter(instance -> instance.component().labels().status() != Status.CANCELLED)
                .filter(instance -> attended.test(instance.component()))
                .toList();
        var nearest = all.stream()
                .sorted(Comparator.comparing(instance ->
                        Duration.between(now, instance.period().start()).abs()))
                .limit(MOST)
                .sorted(Comparator.comparing(instance -> instance.period().start()))
                .toList();
        return new SpreadForm(forms(told, nearest, usual), all.size() - nearest.size());
    }

    private static Map<Uid, ItemForm> forms(ToldEvent told, List<Instance> instances, ZoneId usual) {
        var writer = new FormWriter(usual);
        var forms = new LinkedHashMap<Uid, ItemForm>();
        for (var instance : instances) {
            var place = PLACE.format(instance.recurrenceId().instant(usual));
            var extras = told.extras(instance.component());
            forms.put(new Uid(told.series().uid().value() + place), writer.whole(single(instance), extras));
        }
        return forms;
    }

    private static EventComponent single(Instance instance) {
        return instance.component()
                .withTiming(instance.timing())
                .withRecurrence(Recurrence.NONE)
                .withOrganizer(null)
                .withAttendees(List.of());
    }
}
