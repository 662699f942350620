package org.kalends.scheduling.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.InstanceKey;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.CalendarAddress;

/**
 * What a message does to the copy it meets. Any order and any repeat of messages end in the same state: what is older
 * than the copy changes nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-2.1.5">RFC 5546, 2.1.5</a>
 */
public final class CopyRules {

    private CopyRules() {}

    /** The copy after a REQUEST: the organizer's words, the owner's alarms, transparency and answer. */
    public static Optional<EventSeries> request(
            @Nullable EventSeries copy, EventSeries told, Set<CalendarAddress> owner) {
        if (copy == null) return Optional.of(told);
        if (stale(copy, told) || !sameOrganizer(copy, told)) return Optional.empty();
        return Optional.of(taken(copy, told, owner));
    }

    /** The same, whoever organized it before and however revisions are counted: one hands it over to another. */
    public static EventSeries taken(EventSeries copy, EventSeries told, Set<CalendarAddress> owner) {
        var old = copy.master();
        var master = told.master();
        if (master == null) return merged(copy, told, owner);
        var kept = old == null ? master : kept(master, old, owner);
        return new EventSeries(
                told.uid(),
                kept,
                told.overrides().stream()
                        .map(override -> kept(override, counterpart(copy, override), owner))
                        .toList());
    }

    /** A message that holds instances alone is merged into what is here (R4). */
    private static EventSeries merged(EventSeries copy, EventSeries told, Set<CalendarAddress> owner) {
        var result = copy;
        for (var override : told.overrides()) {
            var here = counterpart(copy, override);
            if (here != null && here.recurrenceId() != null && older(override.revision(), here.revision())) continue;
            result = Instances.with(result, kept(override, here, owner));
        }
        return result;
    }

    private static @Nullable EventComponent counterpart(EventSeries copy, EventComponent override) {
        var id = Objects.requireNonNull(override.recurrenceId());
        return Instances.find(copy, id.instant(ZoneOffset.UTC))
                .map(i -> i.component())
                .orElse(copy.master());
    }

    private static EventComponent kept(EventComponent told, @Nullable EventComponent old, Set<CalendarAddress> owner) {
        if (old == null) return told;
        boolean moved = told.revision().sequence() > old.revision().sequence();
        return told.withAlarms(old.alarms())
                .withLabels(own(told.labels(), old.labels()))
                .withOrganizer(asScheduled(told.organizer(), old.organizer()))
                .withAttendees(told.attendees().stream()
                        .map(a -> moved || !owner.contains(a.address()) ? a : ownAnswer(a, old))
                        .toList());
    }

    /** How it is shown and counted is his own. */
    private static Labels own(Labels told, Labels old) {
        return new Labels(told.status(), told.classification(), old.transparency(), old.categories(), old.color());
    }

    /** What his program said about answering stays his. */
    private static @Nullable Organizer asScheduled(@Nullable Organizer told, @Nullable Organizer old) {
        return told == null || old == null ? told : told.withSchedule(old.schedule());
    }

    private static Attendee ownAnswer(Attendee told, EventComponent old) {
        return old.attendees().stream()
                .filter(a -> a.address().equals(told.address()))
                .findFirst()
                .map(told::answeredAs)
                .orElse(told);
    }

    private static boolean stale(EventSeries copy, EventSeries told) {
        var master = copy.master();
        var next = told.master();
        if (master == null || next == null) return false;
        return older(next.revision(), master.revision());
    }

    private static boolean older(Revision got, Revision have) {
        return got.sequence() < have.sequence()
                || (got.sequence() == have.sequence() && got.stamp().isBefore(have.stamp()));
    }

    /** A UID belongs to whoever organizes it; another's word about it counts for nothing. */
    public static boolean sameOrganizer(EventSeries copy, EventSeries told) {
        var ours = copy.lead().organizer();
        var theirs = told.lead().organizer();
        return ours == null || theirs == null || ours.address().equals(theirs.address());
    }

    /** Whether the copy is of a later time than a CANCEL for the whole of it: he was invited again since. */
    public static boolean outdated(EventSeries copy, EventSeries cancelled, Instant at) {
        var master = cancelled.master();
        if (master == null) return false;
        var have = copy.lead().revision();
        return master.revision().sequence() < have.sequence()
                || (master.revision().sequence() == have.sequence() && at.isBefore(have.stamp()));
    }

    /** The copy with an instance more (RFC 5546, 3.2.4). */
    public static Optional<EventSeries> add(EventSeries copy, EventSeries told, Set<CalendarAddress> owner) {
        var master = copy.master();
        var added = told.master();
        if (master == null || added == null || !sameOrganizer(copy, told)) return Optional.empty();
        var start = InstanceKey.form(added.timing().start(), master.timing().start());
        var dates = new ArrayList<>(master.recurrence().added());
        if (!dates.contains(start)) dates.add(start);
        var longer = copy.withMaster(master.withRecurrence(master.recurrence().withAdded(dates)));
        var instance = kept(added.withRecurrence(Recurrence.NONE).withRecurrenceId(start), master, owner);
        return Optional.of(Instances.with(longer, instance));
    }

    /** The organizer will not have the time that the owner proposed: all stays as it is. */
    public static EventSeries counterDeclined(EventSeries copy, Set<CalendarAddress> owner) {
        return copy.each(override -> counterDeclined(override, owner));
    }

    private static EventComponent counterDeclined(EventComponent component, Set<CalendarAddress> owner) {
        return component.withAttendees(component.attendees().stream()
                .map(a -> owner.contains(a.address()) ? a.proposing(null) : a)
                .toList());
    }

    /** The copy after a CANCEL: an instance taken out, or everything struck. */
    public static Optional<EventSeries> cancel(EventSeries copy, EventSeries told) {
        if (told.master() != null) return Optional.of(struck(copy));
        Optional<EventSeries> left = Optional.of(copy);
        for (var instance : told.overrides()) {
            var id = Objects.requireNonNull(instance.recurrenceId());
            left = left.flatMap(series -> Instances.exclude(series, id));
        }
        return Optional.of(left.orElseGet(() -> struck(copy)));
    }

    private static EventSeries struck(EventSeries series) {
        return series.each(CopyRules::struck);
    }

    private static EventComponent struck(EventComponent component) {
        return component
                .withLabels(component.labels().withStatus(Status.CANCELLED))
                .withAlarms(List.of());
    }

    /** The organizer's copy after a REPLY: one attendee's answer, on the series or on instances (R6, R14). */
    public static Optional<EventSeries> reply(EventSeries copy, EventSeries told) {
        var result = copy;
        for (var answer : told.components()) {
            if (answer.attendees().isEmpty()) continue;
            var id = answer.recurrenceId();
            if (id == null) {
                var master = result.master();
                if (master != null) result = result.withMaster(answered(master, answer));
            } else {
                var series = result;
                result = Instances.find(series, id.instant(ZoneOffset.UTC))
                        .map(i -> Instances.with(series, answered(Instances.override(i), answer)))
                        .orElse(series);
            }
        }
        return result.equals(copy) ? Optional.empty() : Optional.of(result);
    }

    /** The organizer's copy with who answered though he was not invited: of the whole, or of the instance he named. */
    public static EventSeries admitted(EventSeries copy, EventSeries told) {
        var result = copy;
        for (var answer : told.components()) {
            var id = answer.recurrenceId();
            var series = result;
            var master = series.master();
            if (id != null) {
                result = Instances.find(series, id.instant(ZoneOffset.UTC))
                        .map(i -> Instances.with(series, admitted(Instances.override(i), answer)))
                        .orElse(series);
            } else if (master != null) {
                result = series.withMaster(admitted(master, answer));
            }
        }
        return result;
    }

    private static EventComponent admitted(EventComponent component, EventComponent answer) {
        var all = new ArrayList<>(component.attendees());
        answer.attendees()
                .forEach(one -> all.add(one.withRole(Attendee.Role.OPTIONAL).withSchedule(ScheduleParameters.NONE)));
        return component.withAttendees(all);
    }

    private static EventComponent answered(EventComponent known, EventComponent answer) {
        var component = Delegation.joined(known, answer);
        return component.withAttendees(component.attendees().stream()
                .map(a -> answer.attendees().stream()
                        .filter(said -> said.address().equals(a.address()))
                        .findFirst()
                        .map(said -> a.answeredAs(said).withSchedule(replied(a, said)))
                        .orElse(a))
                .toList());
    }

    /** His answer was taken, and with it to whom he delegated. */
    private static ScheduleParameters replied(Attendee known, Attendee said) {
        var schedule = known.schedule().withStatus(ScheduleStatus.SUCCESS);
        return said.status() == ParticipationStatus.DELEGATED
                ? schedule.delegating(said.schedule().delegatedTo(), schedule.delegatedFrom())
                : schedule;
    }
}
