package org.kalends.event.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.InstanceShift;

/**
 * The revision that the organizer's change makes: a move raises SEQUENCE and asks everybody again, a small change keeps
 * both. What did not change keeps its revision too.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5546#section-2.1.4">RFC 5546, 2.1.4</a>
 */
public final class OrganizerRevision {

    private final EventSeries before;
    private final InstanceShift shift;
    private final Instant now;

    private OrganizerRevision(EventSeries before, InstanceShift shift, Instant now) {
        this.before = before;
        this.shift = shift;
        this.now = now;
    }

    /** A change that leaves the instances where they are. */
    public static EventSeries apply(EventSeries before, EventSeries after, Instant now) {
        return apply(before, after, InstanceShift.none(after.lead()), now);
    }

    public static EventSeries apply(EventSeries before, EventSeries after, InstanceShift shift, Instant now) {
        var revision = new OrganizerRevision(before, shift, now);
        var master = after.master();
        return new EventSeries(
                after.uid(),
                master == null ? null : revision.master(master),
                after.overrides().stream().map(revision::override).toList());
    }

    /** An event that comes back after its cancellation was told: a revision beyond that. */
    public static EventSeries again(EventSeries series, Instant now) {
        var revision = new OrganizerRevision(series, InstanceShift.none(series.lead()), now);
        var master = series.master();
        return new EventSeries(
                series.uid(),
                master == null ? null : revision.raised(master, master),
                series.overrides().stream()
                        .map(override -> revision.raised(override, override))
                        .toList());
    }

    private EventComponent master(EventComponent after) {
        var old = before.master();
        if (old == null || old.equals(after)) return after;
        boolean moved = !old.timing().equals(after.timing())
                || !old.recurrence().rules().equals(after.recurrence().rules())
                || !old.recurrence().added().equals(after.recurrence().added());
        if (moved) return raised(asked(after), old);
        boolean thinned = !old.recurrence().excluded().equals(after.recurrence().excluded())
                || old.labels().status() != after.labels().status();
        return thinned ? raised(after, old) : after.withRevision(old.revision().touched(now));
    }

    private EventComponent override(EventComponent after) {
        var id = after.recurrenceId();
        var old = id == null ? null : counterpart(id);
        if (old == null || old.equals(after)) return after;
        if (!old.timing().equals(after.timing())) return raised(asked(after), old);
        if (shift.moves() || old.labels().status() != after.labels().status()) return raised(after, old);
        return after.withRevision(old.revision().touched(now));
    }

    /** What stood for the instance before: its override, or the master at its time. */
    private @Nullable EventComponent counterpart(EventTime id) {
        for (var override : before.overrides()) {
            if (override.recurrenceId() != null
                    && Moments.key(now(override.recurrenceId())).equals(Moments.key(id))) {
                return override;
            }
        }
        var master = before.master();
        if (master == null) return null;
        Timing there = Expander.timingAt(master.timing(), id);
        return master.withTiming(there);
    }

    private EventTime now(EventTime id) {
        return shift.moves() ? shift.of(id) : id;
    }

    private EventComponent raised(EventComponent after, EventComponent old) {
        var revision = old.revision().touched(now);
        return after.withRevision(revision.withSequence(revision.sequence() + 1));
    }

    /** Everybody but rooms and the organizer himself is asked again; answers to the old time are worth nothing. */
    private static EventComponent asked(EventComponent after) {
        var organizer = after.organizer();
        return after.withAttendees(after.attendees().stream()
                .map(attendee -> organizer != null && attendee.address().equals(organizer.address())
                        ? attendee
                        : attendee.answered(ParticipationStatus.NEEDS_ACTION, null))
                .toList());
    }
}
