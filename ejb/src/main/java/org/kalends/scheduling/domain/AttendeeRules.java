package org.kalends.scheduling.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.ScheduleParameters.Agent;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;

/**
 * What a change of an attendee's own copy means for the organizer: an answer, or nothing. Taking out an instance or the
 * whole copy declines it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-3.2.2">RFC 6638, 3.2.2</a>
 */
public final class AttendeeRules {

    private final EventSeries before;
    private final @Nullable EventSeries after;
    private final Set<CalendarAddress> self;

    private AttendeeRules(EventSeries before, @Nullable EventSeries after, Set<CalendarAddress> self) {
        this.before = before;
        this.after = after;
        this.self = self;
    }

    /** Empty unless there is an answer in the change. */
    public static Optional<Decision> decide(
            @Nullable EventSeries before, @Nullable EventSeries after, Set<CalendarAddress> self) {
        if (before == null || before.lead().labels().status() == Status.CANCELLED) return Optional.empty();
        return organizerServed(after == null ? before : after)
                ? new AttendeeRules(before, after, self).decide()
                : Optional.empty();
    }

    /** Otherwise it is the attendee's program that answers, or nobody (R10). */
    private static boolean organizerServed(EventSeries series) {
        return Stream.ofNullable(series.lead().organizer())
                .allMatch(organizer -> organizer.schedule().agent() == Agent.SERVER);
    }

    /** Asked to answer again, or for the first time by the server. */
    private boolean repeats(EventComponent now) {
        var organizer = now.organizer();
        return organizer != null && (organizer.schedule().force() == Method.REPLY || !organizerServed(before));
    }

    private Optional<Decision> decide() {
        var organizer = before.lead().organizer();
        var answers = after == null ? declined(before.lead()) : changed(after);
        if (organizer == null || answers.isEmpty()) return Optional.empty();
        var master = answers.stream()
                .filter(a -> a.recurrenceId() == null)
                .findFirst()
                .orElse(null);
        var instances = answers.stream().filter(a -> a.recurrenceId() != null).toList();
        var reply = new EventSeries(before.uid(), master, instances);
        boolean proposes = reply.stream().flatMap(c -> c.attendees().stream()).anyMatch(a -> a.proposed() != null);
        var method = proposes ? Method.COUNTER : Method.REPLY;
        return Optional.of(new Decision(method, before, reply, Set.of(organizer.address())));
    }

    private List<EventComponent> declined(EventComponent lead) {
        return mine(lead)
                .filter(me -> me.status() != ParticipationStatus.DECLINED)
                .map(me -> List.of(answer(lead, me.withStatus(ParticipationStatus.DECLINED))))
                .orElse(List.of());
    }

    private List<EventComponent> changed(EventSeries now) {
        var answers = new ArrayList<EventComponent>();
        for (var component : now.components()) {
            var me = mine(component);
            var old = counterpart(component).flatMap(this::mine);
            boolean other = !me.map(AttendeeRules::said).equals(old.map(AttendeeRules::said));
            if (me.isPresent() && (repeats(component) || other || setDown(component, answers))) {
                answers.add(answer(component, me.get()));
            }
        }
        for (var time : takenOut(now)) {
            Instances.find(before, time.instant(ZoneOffset.UTC))
                    .map(Instances::override)
                    .map(this::declined)
                    .ifPresent(answers::addAll);
        }
        removed(now).map(this::declined).forEach(answers::addAll);
        return answers;
    }

    /** Instances of their own that he took out of his copy; not those that only said what the series says. */
    private Stream<EventComponent> removed(EventSeries now) {
        var left = now.overrides().stream().map(o -> key(now, o)).collect(Collectors.toSet());
        takenOut(now).forEach(id -> left.add(InstanceKey.of(id, before)));
        return before.overrides().stream()
                .filter(override -> !left.contains(key(before, override)))
                .filter(override -> override.labels().status() != Status.CANCELLED)
                .filter(this::ofItsOwn);
    }

    private static Instant key(EventSeries series, EventComponent override) {
        return InstanceKey.of(Expander.recurrenceId(series, override), series);
    }

    private boolean ofItsOwn(EventComponent override) {
        var others = before.overrides().stream()
                .filter(other -> !other.equals(override))
                .toList();
        return Instances.find(before.withOverrides(others), key(before, override))
                .filter(plain -> plain.timing().equals(override.timing())
                        && plain.component().details().equals(override.details()))
                .isEmpty();
    }

    /** An instance that is to keep the old answer where the series gets a new one: the organizer does not know of it. */
    private boolean setDown(EventComponent component, List<EventComponent> answers) {
        var id = component.recurrenceId();
        return id != null
                && answers.stream().anyMatch(answer -> answer.recurrenceId() == null)
                && before.overrides().stream()
                        .noneMatch(old -> InstanceKey.of(Expander.recurrenceId(before, old), before)
                                .equals(InstanceKey.of(id, before)));
    }

    private List<EventTime> takenOut(EventSeries now) {
        var master = now.master();
        var old = before.master();
        if (master == null || old == null) return List.of();
        var added = new ArrayList<EventTime>(master.recurrence().excluded());
        added.removeAll(old.recurrence().excluded());
        return added;
    }

    /** The same component as it was: for a new override the master that spoke for the instance. */
    private Optional<EventComponent> counterpart(EventComponent component) {
        var id = component.recurrenceId();
        if (id == null) return Optional.ofNullable(before.master());
        return Instances.find(before, id.instant(ZoneOffset.UTC)).map(i -> i.component());
    }

    private Optional<Attendee> mine(EventComponent component) {
        return component.attendees().stream()
                .filter(a -> self.contains(a.address()))
                .findFirst();
    }

    private static List<Object> said(Attendee attendee) {
        return List.of(attendee.status(), String.valueOf(attendee.comment()), Optional.ofNullable(attendee.proposed()));
    }

    /** Exactly the answering attendee, and to whom he delegated (RFC 5546, 3.2.3 and 3.2.2.3). */
    private static EventComponent answer(EventComponent component, Attendee me) {
        var delegates = Delegation.of(component, me);
        var lines = Stream.concat(Stream.of(me), delegates.stream())
                .map(line -> line.withSchedule(line.schedule().told()))
                .toList();
        return component.withAttendees(lines).withAlarms(List.of());
    }

    /** Whoever the attendee sends in his place is invited by him (RFC 5546, 3.2.2.3). */
    public static Optional<Decision> delegate(
            @Nullable EventSeries before, @Nullable EventSeries after, Set<CalendarAddress> self) {
        if (before == null || after == null || !organizerServed(after)) return Optional.empty();
        var delegates = Delegation.added(before, after, self);
        return delegates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision(Method.REQUEST, null, after, delegates));
    }
}
