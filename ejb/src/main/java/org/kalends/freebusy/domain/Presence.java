package org.kalends.freebusy.domain;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kalends.icalendar.Availability;
import org.kalends.icalendar.Availability.BusyType;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.time.Interval;

/**
 * What somebody's availabilities say of a range, all of them together.
 *
 * @param away when he is not there, by what he is then; merged
 * @param present the times that are named as available; merged
 * @param said the periods that anything is said of; merged
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7953#section-4">RFC 7953, 4</a>
 */
public record Presence(Map<BusyType, List<Interval>> away, List<Interval> present, List<Interval> said) {

    /** Of somebody who said nothing. */
    public static final Presence UNSAID = new Presence(Map.of(), List.of(), List.of());

    /** The weaker first: a higher priority has the last word, at the same priority the stronger type. */
    private static final Comparator<Availability> WEAKER_FIRST = Comparator.comparingInt(
                    (Availability one) -> one.priority() == 0 ? -10 : -one.priority())
            .thenComparing(Availability::otherwise);

    /** @param floating the zone in which times without one are read */
    public static Presence of(Collection<Availability> all, Interval range, ZoneId floating) {
        if (all.isEmpty()) return UNSAID;
        Map<BusyType, List<Interval>> away = new EnumMap<>(BusyType.class);
        List<Interval> present = List.of();
        List<Interval> said = List.of();
        for (var one : all.stream().sorted(WEAKER_FIRST).toList()) {
            var found = one.within(range, floating);
            if (found.isEmpty()) continue;
            var period = found.get();
            var there = Intervals.common(times(one.available(), period, floating), List.of(period));
            away.replaceAll((type, times) -> without(times, period));
            away.merge(one.otherwise(), Intervals.gaps(period, there), Presence::together);
            present = together(without(present, period), there);
            said = together(said, List.of(period));
        }
        return new Presence(away, present, said);
    }

    private static List<Interval> times(List<EventSeries> series, Interval period, ZoneId floating) {
        return Intervals.merged(series.stream()
                .flatMap(one -> Expander.expand(one, period, floating).stream())
                .map(instance -> instance.period())
                .toList());
    }

    private static List<Interval> together(List<Interval> some, List<Interval> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return Intervals.merged(all);
    }

    private static List<Interval> without(List<Interval> times, Interval taken) {
        return times.stream()
                .flatMap(time -> Intervals.gaps(time, List.of(taken)).stream())
                .toList();
    }

    /** The hours when he can be met: where nothing is said, those that he usually works. */
    public List<Interval> working(List<Interval> usual) {
        var elsewhere = usual.stream()
                .flatMap(time -> Intervals.gaps(time, overlapping(time)).stream())
                .toList();
        return together(elsewhere, present);
    }

    private List<Interval> overlapping(Interval time) {
        return said.stream().filter(time::overlaps).toList();
    }
}
