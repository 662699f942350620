package org.kalends.event.resource.filter;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Param;
import org.kalends.time.Interval;

/**
 * A stored object as a client wants to see a range of it: each instance by itself, or the series with only those
 * overrides that matter.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.6.5">RFC 4791, 9.6.5 and 9.6.6</a>
 */
public final class Expansion {

    private static final Set<String> TIMES =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID");

    private final ObjectView view;
    private final Interval range;

    public Expansion(ObjectView view, Interval range) {
        this.view = view;
        this.range = range;
    }

    /** All instances of the range as components without a rule, their times in UTC. */
    public Block expanded() {
        var series = view.series();
        if (series == null) return view.calendar();
        boolean recurring = series.recurring();
        var items = new ArrayList<Item>();
        view.calendar().items().stream()
                .filter(item -> !item.name().equals("VEVENT") && !item.name().equals("VTIMEZONE"))
                .forEach(items::add);
        for (var instance : Expander.expand(series, range, view.floating())) {
            view.blockOf(instance.component()).ifPresent(block -> items.add(single(block, instance, recurring)));
        }
        return view.calendar().with(items);
    }

    private static Block single(Block source, Instance instance, boolean recurring) {
        var lines = new ArrayList<Item>();
        if (recurring) lines.add(line("RECURRENCE-ID", instance.recurrenceId()));
        lines.add(line("DTSTART", instance.timing().start()));
        if (!instance.timing().end().equals(instance.timing().start())) {
            lines.add(line("DTEND", instance.timing().end()));
        }
        source.items().stream().filter(item -> !TIMES.contains(item.name())).forEach(lines::add);
        return source.with(lines);
    }

    private static ContentLine line(String name, EventTime time) {
        return time.match(
                day -> ContentLine.of(name, Times.text(day), Param.of("VALUE", "DATE")),
                zoned -> ContentLine.of(name, Times.utc(zoned.instant(ZoneOffset.UTC))),
                floating -> ContentLine.of(name, Times.text(floating)));
    }

    /** The master, and the overrides of which an instance, as it is or as it was to be, lies in the range. */
    public Block limited() {
        var series = view.series();
        if (series == null) return view.calendar();
        List<Item> kept = view.calendar().items().stream()
                .filter(item -> !(item instanceof Block block) || !block.name().equals("VEVENT") || wanted(block))
                .toList();
        return view.calendar().with(kept);
    }

    private boolean wanted(Block block) {
        var component = view.componentOf(block);
        if (component == null || component.recurrenceId() == null) return true;
        return inRange(component) || range.contains(component.recurrenceId().instant(view.floating()));
    }

    private boolean inRange(EventComponent component) {
        return component.timing().interval(view.floating()).overlaps(range);
    }
}
