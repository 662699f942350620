package org.kalends.reminder.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kalends.icalendar.AlarmRule;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Trigger;
import org.kalends.icalendar.codec.AlarmRules;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.identity.CalendarAddress;
import org.kalends.time.Interval;

/**
 * When the alarms of one object go off for one reader. What is cancelled, and what he declined, goes off never; neither
 * does what he has settled already.
 */
public final class AlarmTimes {

    /** How far one looks at a time for the next; alarms of what comes less often than each five years are not found. */
    private static final List<Duration> SPANS =
            List.of(Duration.ofDays(8), Duration.ofDays(62), Duration.ofDays(400), Duration.ofDays(5 * 366));

    private final EventSeries series;
    private final AlarmRules rules;
    private final Reader reader;

    /** Whom it is about: by which addresses he is invited, and in which zone days begin for him. */
    public record Reader(Set<CalendarAddress> addresses, ZoneId zone) {}

    /** Something that goes off: when, of which instance, by which alarm. */
    public record Going(Instant due, Instance instance, AlarmRule alarm) {

        /** Nobody is reminded of what is over; but an alarm may stand after the end. */
        public boolean matters(Instant now) {
            var end = instance.period().end();
            return end.isAfter(now) || !due.isBefore(end);
        }
    }

    private AlarmTimes(EventSeries series, AlarmRules rules, Reader reader) {
        this.series = series;
        this.rules = rules;
        this.reader = reader;
    }

    /** @param text as the reader has it, with his own alarms */
    public static AlarmTimes of(String text, Reader reader) {
        return new AlarmTimes(ICalendar.parse(text), AlarmRules.of(text), reader);
    }

    /** The object that the alarms stand in. */
    public EventSeries series() {
        return series;
    }

    /** The first moment after this one at which anything goes off. */
    public Optional<Instant> next(Instant after) {
        if (rules.none()) return Optional.empty();
        return SPANS.stream()
                .flatMap(
                        span -> within(after, after.plus(span)).map(Going::due).min(Comparator.naturalOrder()).stream())
                .findFirst();
    }

    /** What goes off at exactly this moment. */
    public List<Going> at(Instant due) {
        if (rules.none()) return List.of();
        return within(due.minusMillis(1), due)
                .sorted(Comparator.comparing(going -> going.instance().period().start()))
                .toList();
    }

    /** After the first moment, at the last included. */
    private Stream<Going> within(Instant after, Instant last) {
        var range = new Interval(after.minus(longest(true)), last.plus(longest(false)));
        var going = Stream.concat(
                Expander.expand(series, range, reader.zone()).stream().flatMap(this::relative),
                series.stream().flatMap(this::absolute));
        return going.filter(one -> one.due().isAfter(after) && !one.due().isAfter(last))
                .filter(one -> !one.alarm().settled(one.due()));
    }

    private Stream<Going> relative(Instance instance) {
        if (!concerns(instance.component())) return Stream.empty();
        return rules.of(instance.component().recurrenceId()).stream().flatMap(alarm -> alarm.triggers().stream()
                .filter(trigger -> offset(trigger).isPresent())
                .map(trigger -> new Going(trigger.due(instance.timing(), reader.zone()), instance, alarm)));
    }

    /** Of a series that goes on, it is about the instance that comes first then. */
    private Stream<Going> absolute(EventComponent component) {
        if (!concerns(component)) return Stream.empty();
        return rules.of(component.recurrenceId()).stream().flatMap(alarm -> alarm.triggers().stream()
                .filter(trigger -> offset(trigger).isEmpty())
                .map(trigger -> trigger.due(component.timing(), reader.zone()))
                .flatMap(due -> about(component, due).stream().map(instance -> new Going(due, instance, alarm))));
    }

    private Optional<Instance> about(EventComponent component, Instant due) {
        var found = Expander.expand(series, new Interval(due, due.plus(SPANS.get(2))), reader.zone()).stream()
                .filter(instance -> instance.component().equals(component))
                .findFirst();
        if (found.isPresent() || component.recurrence().repeats()) return found;
        var period = component.timing().interval(reader.zone());
        return Expander.expand(series, period, reader.zone()).stream()
                .filter(instance -> instance.component().equals(component))
                .findFirst();
    }

    private boolean concerns(EventComponent component) {
        if (component.labels().status() == Labels.Status.CANCELLED) return false;
        return component.attendees().stream()
                .noneMatch(attendee -> attendee.status() == ParticipationStatus.DECLINED
                        && reader.addresses().contains(attendee.address()));
    }

    /** The furthest that any alarm lies from its instance, after it or before it; a day more, for days read in any zone. */
    private Duration longest(boolean after) {
        return rules.all().stream()
                .flatMap(alarm -> alarm.triggers().stream())
                .flatMap(trigger -> offset(trigger).stream())
                .map(offset -> after ? offset : offset.negated())
                .filter(offset -> !offset.isNegative())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO)
                .plusDays(1);
    }

    private static Optional<Duration> offset(Trigger trigger) {
        return trigger.match(Optional::of, Optional::of, moment -> Optional.empty());
    }
}
