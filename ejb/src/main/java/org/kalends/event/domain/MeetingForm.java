package org.kalends.event.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.ScheduleParameters.Agent;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.icalendar.recurrence.SeriesSpan;
import org.kalends.identity.CalendarAddress;

/**
 * The form in which a meeting is stored that a client sent: answers and results that the server knows are not lost to
 * an older state of the client, SEQUENCE rises with every move and never falls. What the client said goes otherwise.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-3.2.10">RFC 6638, 3.2.10</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-2.1.4">RFC 5546, 2.1.4</a>
 */
public final class MeetingForm {

    private final @Nullable EventSeries before;
    private final EventSeries sent;
    private final Set<CalendarAddress> owner;
    private final boolean over;

    private MeetingForm(@Nullable EventSeries before, EventSeries sent, Set<CalendarAddress> owner, Instant now) {
        this.before = before;
        this.sent = sent;
        this.owner = owner;
        var end = SeriesSpan.of(sent).end();
        this.over = end != null && end.isBefore(now);
    }

    /**
     * The form of what was sent.
     *
     * @param before null for a new object
     * @param owner all addresses of the owner of the home
     */
    public static EventSeries of(
            @Nullable EventSeries before, EventSeries sent, Set<CalendarAddress> owner, Instant now) {
        return new MeetingForm(before, sent, owner, now).series();
    }

    /** SCHEDULE-FORCE-SEND is obeyed once and not kept (RFC 6638, 7.2). */
    public static EventSeries unforced(EventSeries meant) {
        return meant.each(MeetingForm::unforced);
    }

    private static EventComponent unforced(EventComponent component) {
        var organizer = component.organizer();
        if (organizer == null) return component;
        return component
                .withOrganizer(organizer.withSchedule(organizer.schedule().withoutForce()))
                .withAttendees(component.attendees().stream()
                        .map(line -> line.withSchedule(line.schedule().withoutForce()))
                        .toList());
    }

    private EventSeries series() {
        return sent.each(this::component);
    }

    private EventComponent component(EventComponent component) {
        var organizer = component.organizer();
        if (organizer == null) return component;
        var old = counterpart(component).orElse(null);
        boolean own = owner.contains(organizer.address());
        var settled = component.withOrganizer(organizer(organizer, old));
        if (own) return organized(settled, old);
        return old == null ? settled : attended(settled, old);
    }

    /** What stood for the same instance, or the whole, before. */
    private Optional<EventComponent> counterpart(EventComponent component) {
        if (before == null) return Optional.empty();
        if (component.recurrenceId() == null) return Optional.ofNullable(before.master());
        var id = Expander.recurrenceId(sent, component).instant(ZoneOffset.UTC);
        return Instances.find(before, id).map(Instances::override);
    }

    private static Organizer organizer(Organizer sent, @Nullable EventComponent old) {
        var known = old == null ? null : old.organizer();
        var status = known == null ? sent.schedule().status() : known.schedule().status();
        return sent.withSchedule(sent.schedule().withStatus(status));
    }

    private EventComponent organized(EventComponent component, @Nullable EventComponent old) {
        boolean moved = old != null && moved(old, component);
        var people = component.withAttendees(component.attendees().stream()
                .map(line -> owner.contains(line.address()) ? line : guest(line, known(old, line), moved))
                .toList());
        if (old == null) return people;
        boolean raised = moved
                || old.labels().status() != component.labels().status()
                || !old.recurrence().excluded().equals(component.recurrence().excluded());
        int least = old.revision().sequence() + (raised ? 1 : 0);
        var revision = component.revision();
        return revision.sequence() >= least ? people : people.withRevision(revision.withSequence(least));
    }

    private static boolean moved(EventComponent old, EventComponent now) {
        return !old.timing().equals(now.timing())
                || !old.recurrence().rules().equals(now.recurrence().rules())
                || !old.recurrence().added().equals(now.recurrence().added());
    }

    private static @Nullable Attendee known(@Nullable EventComponent old, Attendee line) {
        if (old == null) return null;
        return old.attendees().stream()
                .filter(a -> a.address().equals(line.address()))
                .findFirst()
                .orElse(null);
    }

    /** Only he himself says whether he comes; whom another agent asks, that agent tells of. */
    private Attendee guest(Attendee sent, @Nullable Attendee known, boolean moved) {
        if (sent.schedule().agent() != Agent.SERVER) return sent;
        var line = known == null ? sent : withResults(sent, known);
        if (moved || known == null) return over ? line : line.answered(ParticipationStatus.NEEDS_ACTION, null);
        return line.answeredAs(known);
    }

    private static Attendee withResults(Attendee sent, Attendee known) {
        var results = known.schedule();
        return sent.withSchedule(sent.schedule()
                .withStatus(results.status())
                .delegating(results.delegatedTo(), results.delegatedFrom()));
    }

    /** An attendee answers to the state that he was told of, and others' answers come from the organizer. */
    private EventComponent attended(EventComponent component, EventComponent old) {
        var revision = component.revision().withSequence(old.revision().sequence());
        return component
                .withRevision(revision)
                .withAttendees(component.attendees().stream()
                        .map(line -> other(line, known(old, line)))
                        .toList());
    }

    private Attendee other(Attendee sent, @Nullable Attendee known) {
        return known == null || owner.contains(sent.address()) ? sent : sent.answeredAs(known);
    }
}
