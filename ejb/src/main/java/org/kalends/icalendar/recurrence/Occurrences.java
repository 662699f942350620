package org.kalends.icalendar.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.Recurrence;

/**
 * The RECURRENCE-IDs of a master in order: DTSTART, rules and RDATE together, without EXDATE, each instant once.
 * Rules are followed in the master's own local time, so that summer time moves nothing.
 */
final class Occurrences {

    private record Head(LocalDateTime local, @Nullable RuleIterator source) {}

    private final EventTime start;
    private final List<RuleIterator> rules = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::local));
    private final Set<Instant> excluded = new HashSet<>();
    private final Set<LocalDate> excludedDays = new HashSet<>();
    private final Set<Instant> given = new HashSet<>();
    private final Recurrence recurrence;
    private boolean opened;

    Occurrences(EventTime start, Recurrence recurrence, Budget budget) {
        this.start = start;
        this.recurrence = recurrence;
        for (var rule : recurrence.rules()) {
            rules.add(new RuleIterator(RuleParser.parse(rule), start, budget));
        }
        for (var time : recurrence.excluded()) {
            if (time instanceof EventTime.Day day) excludedDays.add(day.date());
            else excluded.add(InstanceKey.of(time, start));
        }
    }

    static Occurrences of(EventComponent master) {
        return new Occurrences(master.timing().start(), master.recurrence(), new Budget());
    }

    /** Narrows the search to a span of local time; may still give a few before it. */
    Occurrences within(LocalDateTime from, LocalDateTime to) {
        rules.forEach(rule -> {
            rule.skipTo(from);
            rule.stopAfter(to);
        });
        return this;
    }

    /** The next RECURRENCE-ID in the form of DTSTART; null at the end. */
    @Nullable
    EventTime next() {
        open();
        while (true) {
            var head = heads.poll();
            if (head == null) return null;
            if (head.source() != null) refill(head.source());
            var id = InstanceKey.at(head.local(), start);
            var key = id.instant(ZoneOffset.UTC);
            if (excluded.contains(key) || excludedDays.contains(head.local().toLocalDate())) continue;
            if (given.add(key)) return id;
        }
    }

    private void open() {
        if (opened) return;
        opened = true;
        heads.add(new Head(start.local(), null));
        for (var added : recurrence.added()) {
            heads.add(new Head(InstanceKey.form(added, start).local(), null));
        }
        rules.forEach(this::refill);
    }

    private void refill(RuleIterator rule) {
        var local = rule.next();
        if (local != null) heads.add(new Head(local, rule));
    }
}
