package org.kalends.freebusy.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.kalends.time.Interval;

/** Sets of time, as sorted lists of intervals that do not touch. */
public final class Intervals {

    private Intervals() {}

    public static List<Interval> merged(Collection<Interval> intervals) {
        var sorted =
                intervals.stream().sorted(Comparator.comparing(Interval::start)).toList();
        var merged = new ArrayList<Interval>();
        for (var next : sorted) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || next.start().isAfter(last.end())) {
                merged.add(next);
            } else if (next.end().isAfter(last.end())) {
                merged.set(merged.size() - 1, new Interval(last.start(), next.end()));
            }
        }
        return merged;
    }

    /** What both have. */
    public static List<Interval> common(List<Interval> a, List<Interval> b) {
        var common = new ArrayList<Interval>();
        for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
            var start = later(a.get(i).start(), b.get(j).start());
            var end = earlier(a.get(i).end(), b.get(j).end());
            if (start.isBefore(end)) common.add(new Interval(start, end));
            if (a.get(i).end().isBefore(b.get(j).end())) i++;
            else j++;
        }
        return common;
    }

    /** What is left of the range without the given, merged ones. */
    public static List<Interval> gaps(Interval range, List<Interval> taken) {
        var gaps = new ArrayList<Interval>();
        var from = range.start();
        for (var next : taken) {
            if (from.isBefore(next.start())) gaps.add(new Interval(from, earlier(next.start(), range.end())));
            from = later(from, next.end());
            if (!from.isBefore(range.end())) return gaps;
        }
        gaps.add(new Interval(from, range.end()));
        return gaps;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
