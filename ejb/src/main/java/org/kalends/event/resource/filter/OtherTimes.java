package org.kalends.event.resource.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.codec.ObjectZones;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.time.Interval;

/**
 * When a component other than an event is. Rules of recurring ones are not followed: they lie where they begin.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.9">RFC 4791, 9.9</a>
 */
public final class OtherTimes {

    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Block component;
    private final ObjectZones zones;
    private final ZoneId floating;

    public OtherTimes(Block component, ObjectZones zones, ZoneId floating) {
        this.component = component;
        this.zones = zones;
        this.floating = floating;
    }

    boolean overlap(Interval range) {
        return switch (component.name()) {
            case "VTODO" -> todo(range);
            case "VJOURNAL" -> moment("DTSTART").isPresent() && inside(range);
            case "VFREEBUSY" -> freeBusy(range);
            default -> inside(range);
        };
    }

    private boolean inside(Interval range) {
        return period().map(range::overlaps).orElse(false);
    }

    /** From its start to its end; empty when it says neither. */
    public Optional<Interval> period() {
        var start = time("DTSTART");
        var end = time(component.name().equals("VTODO") ? "DUE" : "DTEND");
        var first = start == null ? end : start;
        if (first == null) {
            return component.name().equals("VAVAILABILITY") ? Optional.of(new Interval(EVER, NEVER)) : Optional.empty();
        }
        var from = first.instant(floating);
        var to = end != null ? end.instant(floating) : endOf(start, from);
        return Optional.of(new Interval(from, to.isAfter(from) ? to : from.plusSeconds(1)));
    }

    private Instant endOf(@Nullable EventTime start, Instant from) {
        if (start == null) return from;
        var length = component.line("DURATION").map(OtherTimes::duration);
        if (length.isPresent()) return Times.plus(start, length.get()).instant(floating);
        if (component.name().equals("VAVAILABILITY")) return NEVER;
        return start.allDay() ? from.plus(Duration.ofDays(1)) : from;
    }

    /** The table of RFC 4791, 9.9, for VTODO. */
    private boolean todo(Interval range) {
        if (time("DTSTART") != null || time("DUE") != null) return inside(range);
        var completed = moment("COMPLETED");
        var created = moment("CREATED");
        if (completed.isEmpty() && created.isEmpty()) return true;
        if (completed.isEmpty()) return created.get().isBefore(range.end());
        if (created.isEmpty()) return within(completed.get(), range);
        return !completed.get().isBefore(range.start()) && !created.get().isAfter(range.end());
    }

    private static boolean within(Instant moment, Interval range) {
        return !moment.isBefore(range.start()) && !moment.isAfter(range.end());
    }

    private boolean freeBusy(Interval range) {
        if (time("DTSTART") != null && time("DTEND") != null) return inside(range);
        return component
                .lines("FREEBUSY")
                .flatMap(line -> zones.times(line).stream())
                .anyMatch(time -> range.contains(time.instant(floating)));
    }

    private Optional<Instant> moment(String name) {
        return Optional.ofNullable(time(name)).map(time -> time.instant(floating));
    }

    private @Nullable EventTime time(String name) {
        try {
            return component.line(name).map(zones::time).orElse(null);
        } catch (InvalidCalendarData e) {
            return null;
        }
    }

    private static Duration duration(ContentLine line) {
        try {
            return Times.duration(line.value());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
