package org.kalends.event.resource.filter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.codec.ObjectZones;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.time.Interval;

/** A stored text, taken apart once, as filters look at it. */
public final class ObjectView {

    private static final Duration ALARM_REACH = Duration.ofDays(366);

    private final Block calendar;
    private final ObjectZones zones;
    private final ZoneId floating;
    private final @Nullable EventSeries series;
    private final IdentityHashMap<Block, EventComponent> events = new IdentityHashMap<>();

    private ObjectView(Block calendar, @Nullable EventSeries series, ZoneId floating) {
        this.calendar = calendar;
        this.zones = ObjectZones.of(calendar);
        this.floating = floating;
        this.series = series;
        if (series != null) pair(series);
    }

    /** @param floating the zone in which days and floating times are read */
    public static ObjectView of(String text, ZoneId floating) {
        var calendar = ContentReader.calendar(text);
        boolean events = calendar.blocks("VEVENT").findAny().isPresent();
        return new ObjectView(calendar, events ? ICalendar.parse(text) : null, floating);
    }

    private void pair(EventSeries read) {
        int override = 0;
        for (var block : calendar.blocks("VEVENT").toList()) {
            var master = read.master();
            if (block.line("RECURRENCE-ID").isPresent())
                events.put(block, read.overrides().get(override++));
            else if (master != null) events.put(block, master);
        }
    }

    @Nullable
    EventComponent componentOf(Block block) {
        return events.get(block);
    }

    @SuppressWarnings("ReferenceEquality") // the component itself, not one that says the same
    Optional<Block> blockOf(EventComponent component) {
        return events.entrySet().stream()
                .filter(entry -> entry.getValue() == component)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public Block calendar() {
        return calendar;
    }

    public @Nullable EventSeries series() {
        return series;
    }

    public ZoneId floating() {
        return floating;
    }

    /** The moments of a date property; none where it is no date. */
    List<Instant> moments(ContentLine line) {
        try {
            return zones.times(line).stream()
                    .map(time -> time.instant(floating))
                    .toList();
        } catch (InvalidCalendarData noDate) {
            return List.of();
        }
    }

    /** Whether an instance of the component overlaps the range, by the rules of RFC 4791, 9.9. */
    boolean overlaps(Block block, @Nullable Block parent, Interval range) {
        return switch (block.name()) {
            case "VEVENT" -> instances(block, range).findAny().isPresent();
            case "VALARM" -> parent != null && alarmRings(block, parent, range);
            default -> new OtherTimes(block, zones, floating).overlap(range);
        };
    }

    @SuppressWarnings("ReferenceEquality") // the component itself, not one that says the same
    private Stream<Instance> instances(Block block, Interval range) {
        var component = events.get(block);
        if (component == null || series == null) return Stream.empty();
        return Expander.expand(series, range, floating).stream()
                .filter(instance -> instance.component().equals(component));
    }

    private boolean alarmRings(Block alarm, Block parent, Interval range) {
        var times = AlarmTimes.of(alarm);
        if (times.absolute() != null) return times.rings(Stream.of(times.absolute()), range);
        var near = new Interval(range.start().minus(ALARM_REACH), range.end().plus(ALARM_REACH));
        var starts = parent.name().equals("VEVENT")
                ? instances(parent, near).map(i -> times.from(i.period()))
                : new OtherTimes(parent, zones, floating).period().stream().map(times::from);
        return times.rings(starts, range);
    }
}
