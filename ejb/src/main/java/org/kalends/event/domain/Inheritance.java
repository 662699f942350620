package org.kalends.event.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.FileLink;
import org.kalends.icalendar.Labels;
import org.kalends.identity.CalendarAddress;

/**
 * What a change of the whole series means for instances that were changed alone: in what they had in common with it they
 * follow, what they have of their own they keep. Time is not spoken of here.
 */
record Inheritance(EventComponent before, EventComponent after) {

    EventComponent of(EventComponent override) {
        return override.withDetails(details(override.details()))
                .withLabels(labels(override.labels()))
                .withAlarms(common(override.alarms(), before.alarms(), after.alarms()))
                .withAttendees(attendees(override.attendees()));
    }

    private Details details(Details own) {
        var old = before.details();
        var now = after.details();
        return new Details(
                common(own.title(), old.title(), now.title()),
                common(own.description(), old.description(), now.description()),
                common(own.location(), old.location(), now.location()),
                commonOrNull(own.conference(), old.conference(), now.conference()),
                files(own.files(), old.files(), now.files()));
    }

    /** What is brought into all is brought in here too, what is taken out of all is taken out here. */
    private static List<FileLink> files(List<FileLink> own, List<FileLink> old, List<FileLink> now) {
        var kept = new ArrayList<>(own);
        kept.removeIf(file -> old.contains(file) && !now.contains(file));
        now.stream().filter(file -> !old.contains(file) && !own.contains(file)).forEach(kept::add);
        return kept;
    }

    private Labels labels(Labels own) {
        var old = before.labels();
        var now = after.labels();
        return new Labels(
                common(own.status(), old.status(), now.status()),
                common(own.classification(), old.classification(), now.classification()),
                common(own.transparency(), old.transparency(), now.transparency()),
                common(own.categories(), old.categories(), now.categories()),
                commonOrNull(own.color(), old.color(), now.color()));
    }

    /** Who is invited to all is invited to the instance too, who is let go of all is let go there. */
    private List<Attendee> attendees(List<Attendee> own) {
        var old = byAddress(before);
        var now = byAddress(after);
        var kept = new ArrayList<Attendee>();
        for (var attendee : own) {
            var was = old.get(attendee.address());
            var is = now.get(attendee.address());
            if (was == null) kept.add(attendee);
            else if (is != null) kept.add(attendee.withRole(common(attendee.role(), was.role(), is.role())));
        }
        var here = kept.stream().map(Attendee::address).toList();
        after.attendees().stream()
                .filter(a -> !old.containsKey(a.address()) && !here.contains(a.address()))
                .forEach(kept::add);
        return kept;
    }

    private static Map<CalendarAddress, Attendee> byAddress(EventComponent component) {
        var all = new HashMap<CalendarAddress, Attendee>();
        component.attendees().forEach(a -> all.put(a.address(), a));
        return all;
    }

    private static <T> T common(T own, T old, T now) {
        return own.equals(old) ? now : own;
    }

    private static <T> @Nullable T commonOrNull(@Nullable T own, @Nullable T old, @Nullable T now) {
        return Objects.equals(own, old) ? now : own;
    }
}
