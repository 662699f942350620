package org.kalends.scheduling.domain;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Uid;
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

    private OrganizerRules(@Nullable EventSeries before, @Nullable EventSeries after) {
        this.before = before;
        this.after = after;
    }

    public static List<Decision> decide(@Nullable EventSeries before, @Nullable EventSeries after) {
        return new OrganizerRules(before, after).decide();
    }

    private List<Decision> decide() {
        var decisions = new ArrayList<Decision>();
        var known = Views.invited(before);
        var wanted = cancelled(after) ? Set.<CalendarAddress>of() : Views.invited(after);
        if (before != null && !cancelled(before)) {
            var gone = minus(known, wanted);
            if (!gone.isEmpty()) decisions.add(new Decision(Method.CANCEL, before, before, gone));
            var staying = new HashSet<>(known);
            staying.retainAll(wanted);
            instancesTakenOut()
                    .forEach(instance -> cancelInstance(instance, staying).ifPresent(decisions::add));
        }
        if (after != null && !wanted.isEmpty()) {
            var told = wanted.stream().filter(this::seesAChange).collect(Collectors.toCollection(LinkedHashSet::new));
            if (!told.isEmpty()) decisions.add(new Decision(Method.REQUEST, before, after, told));
        }
        return decisions;
    }

    private boolean seesAChange(CalendarAddress reader) {
        var mine = Set.of(reader);
        var old =
                Views.of(before == null ? null : withoutTakenOut(before), mine).orElse(null);
        var now = Views.of(after, mine).orElse(null);
        return now != null && !Views.sameForReader(old, now);
    }

    /** Exclusions of their own are told by CANCEL; a REQUEST would be a second word about the same. */
    private EventSeries withoutTakenOut(EventSeries series) {
        var left = Optional.of(series);
        for (var instance : instancesTakenOut()) {
            left = left.flatMap(s -> Instances.exclude(s, Objects.requireNonNull(instance.recurrenceId())));
        }
        return left.orElse(series);
    }

    private Optional<Decision> cancelInstance(EventComponent instance, Set<CalendarAddress> staying) {
        var series = new EventSeries(uid(), null, List.of(instance));
        var recipients = new HashSet<>(Views.invited(series));
        recipients.retainAll(staying);
        return recipients.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision(Method.CANCEL, series, series, recipients));
    }

    private List<EventComponent> instancesTakenOut() {
        var old = before == null ? null : before.master();
        var now = after == null ? null : after.master();
        if (before == null || old == null || now == null) return List.of();
        var added = new ArrayList<EventTime>(now.recurrence().excluded());
        added.removeAll(old.recurrence().excluded());
        return added.stream()
                .flatMap(time -> Instances.find(before, time.instant(ZoneOffset.UTC)).stream())
                .map(Instances::override)
                .toList();
    }

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
