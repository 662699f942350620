package org.kalends.freebusy.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kalends.time.Interval;

/**
 * Finds times when everybody who must come is free. Starts lie on the quarter of an hour; those that suit more of the
 * optional people come first, then the earlier.
 *
 * @param allowed when a meeting may be at all, merged
 * @param busy of each required person, merged
 * @param optional busy times of each optional person, merged
 */
public record SlotSearch(List<Interval> allowed, List<List<Interval>> busy, List<List<Interval>> optional) {

    private static final long STEP_SECONDS = 15 * 60;
    private static final int MOST_CANDIDATES = 5_000;

    /** @param missing how many of the optional people could not come */
    public record Slot(Interval interval, int missing) {}

    public List<Slot> best(Duration length, int limit) {
        var free = allowed;
        for (var person : busy) {
            var taken = person;
            free = free.stream()
                    .flatMap(range -> Intervals.gaps(range, overlapping(taken, range)).stream())
                    .toList();
        }
        var found = new ArrayList<Slot>();
        for (var range : free) {
            for (var start = onGrid(range.start());
                    !start.plus(length).isAfter(range.end()) && found.size() < MOST_CANDIDATES;
                    start = start.plusSeconds(STEP_SECONDS)) {
                var slot = new Interval(start, start.plus(length));
                found.add(new Slot(slot, missing(slot)));
            }
        }
        found.sort(Comparator.comparingInt(Slot::missing)
                .thenComparing(slot -> slot.interval().start()));
        return apart(found, limit);
    }

    /** A list of near-equal times helps nobody: what overlaps a better one is left out. */
    private static List<Slot> apart(List<Slot> sorted, int limit) {
        var chosen = new ArrayList<Slot>();
        for (var slot : sorted) {
            if (chosen.size() == limit) break;
            if (chosen.stream().noneMatch(c -> c.interval().overlaps(slot.interval()))) chosen.add(slot);
        }
        return chosen;
    }

    private static List<Interval> overlapping(List<Interval> taken, Interval range) {
        return taken.stream().filter(range::overlaps).toList();
    }

    private int missing(Interval slot) {
        return (int) optional.stream()
                .filter(person -> person.stream().anyMatch(slot::overlaps))
                .count();
    }

    private static Instant onGrid(Instant moment) {
        long seconds = moment.getEpochSecond() + (moment.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond(Math.floorDiv(seconds + STEP_SECONDS - 1, STEP_SECONDS) * STEP_SECONDS);
    }
}
