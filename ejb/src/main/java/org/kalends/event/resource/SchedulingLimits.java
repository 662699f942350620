package org.kalends.event.resource;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.event.resource.ObjectRefused.Reason;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.CalendarAddress;

/**
 * What the owner of a calendar may make of a meeting: as organizer anything but hand it over, as attendee answer, and
 * change what is his alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6638#section-3.2.4.2">RFC 6638, 3.2.4.2 and 3.2.2.1</a>
 */
final class SchedulingLimits {

    private SchedulingLimits() {}

    /**
     * @param before null for a new object
     * @param owner every address of the calendar's owner
     */
    static void check(@Nullable EventSeries before, EventSeries after, Set<CalendarAddress> owner) {
        var organizer = organizer(after);
        if (before == null || organizer(before) == null) {
            if (organizer != null && !owner.contains(organizer) && !listed(after, owner)) {
                throw new ObjectRefused(
                        Reason.VALID_ORGANIZER, organizer + " is not you, and you are not invited either");
            }
            return;
        }
        boolean own = owner.contains(organizer(before));
        if (own && organizer != null && !owner.contains(organizer)) {
            throw new ObjectRefused(
                    Reason.ALLOWED_ORGANIZER_SCHEDULING_OBJECT_CHANGE, "A meeting cannot be handed over like this");
        }
        if (!own && listed(before, owner)) checkAttendee(before, after, owner);
    }

    private static void checkAttendee(EventSeries before, EventSeries after, Set<CalendarAddress> owner) {
        var old = before.master();
        var now = after.master();
        boolean same = old == null || now != null && sharedAlike(old, now, owner);
        for (var override : after.overrides()) {
            var known = counterpart(before, override);
            same &= known == null || sharedAlike(known, override, owner);
        }
        if (same) return;
        throw new ObjectRefused(
                Reason.ALLOWED_ATTENDEE_SCHEDULING_OBJECT_CHANGE,
                "Only the organizer may change the event for everybody");
    }

    private static @Nullable EventComponent counterpart(EventSeries series, EventComponent override) {
        return series.overrides().stream()
                .filter(known ->
                        known.recurrenceId() != null && known.recurrenceId().equals(override.recurrenceId()))
                .findFirst()
                .orElse(null);
    }

    /** Times, rule and people; words that differ in white space only are taken for the same, and answers are free. */
    private static boolean sharedAlike(EventComponent old, EventComponent now, Set<CalendarAddress> owner) {
        return old.timing().equals(now.timing())
                && old.recurrence().rules().equals(now.recurrence().rules())
                && old.recurrence().added().equals(now.recurrence().added())
                && old.organizer() != null
                && now.organizer() != null
                && old.organizer().address().equals(now.organizer().address())
                && others(old, owner).equals(others(now, owner))
                && alike(old.details().title(), now.details().title())
                && alike(old.details().location(), now.details().location());
    }

    /** Everybody but the owner; whom he delegates to may come in. */
    private static Set<CalendarAddress> others(EventComponent component, Set<CalendarAddress> owner) {
        var others = new HashSet<CalendarAddress>();
        component.attendees().stream()
                .map(attendee -> attendee.address())
                .filter(address -> !owner.contains(address))
                .forEach(others::add);
        return others;
    }

    private static boolean alike(String old, String now) {
        return now.isBlank() || squeezed(old).equals(squeezed(now));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static boolean listed(EventSeries series, Set<CalendarAddress> owner) {
        return series.stream().flatMap(c -> c.attendees().stream()).anyMatch(a -> owner.contains(a.address()));
    }

    private static @Nullable CalendarAddress organizer(EventSeries series) {
        var organizer = series.lead().organizer();
        return organizer == null ? null : organizer.address();
    }
}
