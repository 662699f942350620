package org.kalends.event.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Labels.Transparency;
import org.kalends.identity.CalendarAddress;

/**
 * What a listing shows of one component, stored beside the text so that no listing parses it.
 *
 * @param rid which instance it overrides; null for the master
 * @param zone of its start; null for days and floating times
 * @param allDay whether start and end are days
 * @param conference link to the conference; null when none
 * @param organizer address; null when nobody is invited
 * @param myStatus {@code organizer}, the owner's PARTSTAT in REST form, or null when nobody is invited
 */
public record Brief(
        @Nullable Instant rid,
        @Nullable String zone,
        boolean allDay,
        String title,
        String location,
        @Nullable String conference,
        Labels labels,
        @Nullable CalendarAddress organizer,
        @Nullable String organizerName,
        @Nullable String myStatus,
        boolean recurring,
        int reminders) {

    /** Briefs of all components, the master's first. */
    public static List<Brief> of(EventSeries series, Set<CalendarAddress> owner) {
        return series.stream().map(c -> of(c, series.recurring(), owner)).toList();
    }

    private static Brief of(EventComponent component, boolean recurring, Set<CalendarAddress> owner) {
        var organizer = component.organizer();
        var details = component.details();
        return new Brief(
                component.recurrenceId() == null ? null : Moments.key(component.recurrenceId()),
                zoneOf(component.timing().start()),
                component.timing().allDay(),
                details.title(),
                details.location(),
                details.conference(),
                component.labels(),
                organizer == null ? null : organizer.address(),
                organizer == null ? null : organizer.name(),
                statusOf(component, owner),
                recurring,
                component.alarms().size());
    }

    /** What the owner of a copy is to the event, in the words of the REST API. */
    public static @Nullable String statusOf(EventComponent component, Set<CalendarAddress> owner) {
        var organizer = component.organizer();
        if (organizer == null) return null;
        if (owner.contains(organizer.address())) return "organizer";
        return component.attendees().stream()
                .filter(attendee -> owner.contains(attendee.address()))
                .findFirst()
                .map(Attendee::status)
                .map(status -> status.token().toLowerCase(Locale.ROOT))
                .orElse(null);
    }

    /** Whether anybody is busy by it. */
    public boolean takesTime() {
        return labels.status() != Status.CANCELLED
                && labels.transparency() != Transparency.TRANSPARENT
                && !"declined".equals(myStatus);
    }

    private static @Nullable String zoneOf(EventTime start) {
        return start instanceof EventTime.Zoned zoned ? zoned.zone().getId() : null;
    }

    /** The zone that the instance is told in; days and floating times are told as they are, in {@code other}. */
    public ZoneId zoneOr(ZoneId other) {
        return zone == null ? other : ZoneId.of(zone);
    }
}
