package org.kalends.scheduling.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;

/**
 * What the organizer's change means for those invited. Each is told once: who sees no difference is told nothing, who
 * is in no more gets the cancellation alone, instances taken out are cancelled one by one and never the series.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-3.2">RFC 5546, 3.2</a>
 */
public final class OrganizerRules {

    private final @Nullable EventSeries before;
    private final @Nullable EventSeries after;
    private final Set<CalendarAddress> known;
    private final List<TakenOut> takenOut;
    private final Map<List<Boolean>, Boolean> changed = new HashMap<>();

    private OrganizerRules(@Nullable EventSeries before, @Nullable EventSeries after) {
        this.before = before;
        this.after = after;
        this.known = Views.served(before);
        this.takenOut = takenOut(before, after);
    }

    public static List<Decision> decide(@Nullable EventSeries before, @Nullable EventSeries after) {
        return new OrganizerRules(before, after).decide();
    }

    private List<Decision> decide() {
        var decisions = new ArrayList<Decision>();
        var invited = cancelled(after) ? Set.<CalendarAddress>of() : Views.invited(after);
        var wanted = cancelled(after) ? Set.<CalendarAddress>of() : Views.served(after);
        if (before != null && !cancelled(before)) {
            var gone = minus(known, invited);
            decisions.addAll(cancel(before, gone));
            var staying = new HashSet<>(known);
            staying.retainAll(wanted);
            takenOut.forEach(instance -> cancelInstance(instance, staying).ifPresent(decisions::add));
        }
        if (after != null && !wanted.isEmpty()) {
            var forced = new LinkedHashSet<>(wanted);
            forced.retainAll(Views.forced(after));
            var listings = listings();
            var told = wanted.stream()
                    .filter(reader -> !forced.contains(reader) && seesAChange(reader, listings))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!told.isEmpty()) decisions.add(new Decision(Method.REQUEST, before, after, told));
            if (!forced.isEmpty())
                decisions.add(new Decision(Method.REQUEST, null, after, forced)); // as if new to them
        }
        return decisions;
    }

    /** The end of the series names none of its instances; who was in some of them alone is told of those. */
    private static List<Decision> cancel(EventSeries before, Set<CalendarAddress> gone) {
        var decisions = new ArrayList<Decision>();
        var master = before.master();
        var whole = new LinkedHashSet<>(gone);
        whole.retainAll(master == null ? Set.of() : Views.listed(master));
        if (!whole.isEmpty()) {
            var series = before.withOverrides(List.of());
            decisions.add(new Decision(Method.CANCEL, series, series, whole));
        }
        var some = minus(gone, whole);
        if (!some.isEmpty()) {
            var theirs = before.overrides().stream()
                    .filter(override -> Views.lists(override, some))
                    .toList();
            var instances = new EventSeries(before.uid(), null, theirs);
            decisions.add(new Decision(Method.CANCEL, instances, instances, some));
        }
        return decisions;
    }

    /** Whoever is in the same lists sees the same: one of them is judged for all, as there may be thousands. */
    private boolean seesAChange(CalendarAddress reader, List<Set<CalendarAddress>> listings) {
        if (!known.contains(reader)) return true;
        var standing = listings.stream().map(list -> list.contains(reader)).toList();
        return changed.computeIfAbsent(standing, same -> seesAChange(reader));
    }

    /** All that decides what a reader sees: who is in each component, and in what is lost. */
    private List<Set<CalendarAddress>> listings() {
        return Stream.concat(
                        Stream.of(before, after)
                                .filter(Objects::nonNull)
                                .flatMap(EventSeries::stream)
                                .map(Views::listed),
                        takenOut.stream().map(TakenOut::lost))
                .toList();
    }

    private boolean seesAChange(CalendarAddress reader) {
        var mine = Set.of(reader);
        var old = Views.of(before, mine).map(view -> withoutLost(view, reader)).orElse(null);
        var now = Views.of(after, mine).map(view -> withoutLost(view, reader)).orElse(null);
        return now != null && !Views.sameForReader(old, now);
    }

    /** What he lost is told by CANCEL; a REQUEST would be a second word about the same. */
    private EventSeries withoutLost(EventSeries view, CalendarAddress reader) {
        var left = Optional.of(view);
        for (var instance : takenOut) {
            if (!instance.lost().contains(reader)) continue;
            left = left.flatMap(s -> Instances.exclude(
                    s, Objects.requireNonNull(instance.before().recurrenceId())));
        }
        return left.orElse(view);
    }

    private Optional<Decision> cancelInstance(TakenOut instance, Set<CalendarAddress> staying) {
        var series = new EventSeries(uid(), null, List.of(instance.before()));
        var recipients = new HashSet<>(Views.invited(series));
        recipients.retainAll(staying);
        recipients.retainAll(instance.lost());
        return recipients.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision(Method.CANCEL, series, series, recipients));
    }

    /** Instances that are excluded now, cancelled, or go on without somebody (R1, R3). */
    private static List<TakenOut> takenOut(@Nullable EventSeries before, @Nullable EventSeries after) {
        if (before == null || after == null) return List.of();
        var ids = new LinkedHashMap<Instant, EventTime>();
        newlyExcluded(before, after).forEach(id -> ids.put(InstanceKey.of(id, before), id));
        var old = new HashSet<>(before.overrides());
        after.overrides().stream()
                .filter(override -> !old.contains(override))
                .map(override -> Expander.recurrenceId(after, override))
                .forEach(id -> ids.putIfAbsent(InstanceKey.of(id, before), id));
        return ids.values().stream()
                .flatMap(id -> takenOut(before, after, id.instant(ZoneOffset.UTC)).stream())
                .toList();
    }

    private static Optional<TakenOut> takenOut(EventSeries before, EventSeries after, Instant id) {
        var was = Instances.find(before, id).map(Instances::override);
        var now = Instances.find(after, id).map(Instances::override).filter(c -> !struck(c));
        return was.filter(c -> !struck(c))
                .map(c -> new TakenOut(
                        c, minus(Views.listed(c), now.map(Views::listed).orElse(Set.of()))));
    }

    private static List<EventTime> newlyExcluded(EventSeries before, EventSeries after) {
        var old = before.master();
        var now = after.master();
        if (old == null || now == null) return List.of();
        var added = new ArrayList<EventTime>(now.recurrence().excluded());
        added.removeAll(old.recurrence().excluded());
        return added;
    }

    private static boolean struck(EventComponent component) {
        return component.labels().status() == Status.CANCELLED;
    }

    /** @param lost who does not have it any more */
    private record TakenOut(EventComponent before, Set<CalendarAddress> lost) {}

    private Uid uid() {
        return Objects.requireNonNull(before != null ? before : after).uid();
    }

    private static boolean cancelled(@Nullable EventSeries series) {
        return series == null || series.lead().labels().status() == Status.CANCELLED;
    }

    private static Set<CalendarAddress> minus(Set<CalendarAddress> all, Set<CalendarAddress> some) {
        var left = new LinkedHashSet<>(all);
        left.removeAll(some);
        return left;
    }
}
