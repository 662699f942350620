package org.kalends.web.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.event.EditLock;
import org.kalends.event.EventListing.Entry;
import org.kalends.event.StoredEvent;
import org.kalends.event.domain.Brief;
import org.kalends.event.domain.Moments;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.FileLink;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Labels.Classification;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.codec.Recurrences;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.identity.CalendarAddress;
import org.kalends.web.event.EventInput.ReminderJson;
import org.kalends.web.event.EventJson.AttachmentJson;
import org.kalends.web.event.EventJson.AttendeeJson;
import org.kalends.web.event.EventJson.HolderJson;
import org.kalends.web.event.EventJson.Identity;
import org.kalends.web.event.EventJson.LabelsJson;
import org.kalends.web.event.EventJson.OrganizerJson;

/** Stored events and listed instances in the API's shape. */
final class EventRenderer {

    private static final String ORGANIZER = "organizer";

    private EventRenderer() {}

    /** @param instance null for the event itself */
    static EventJson whole(
            StoredEvent event,
            @Nullable Instance instance,
            Set<CalendarAddress> viewer,
            EditLock.@Nullable Holder holder) {
        EventComponent c = instance == null ? event.series().lead() : instance.component();
        var timing = instance == null ? c.timing() : instance.timing();
        var mine = Brief.statusOf(c, viewer);
        var organizer = c.organizer();
        return new EventJson(
                identity(event, c, instance),
                labels(c.labels()),
                c.details().title(),
                c.details().description(),
                c.details().location(),
                c.details().conference(),
                TimeJson.of(timing.start()),
                TimeJson.of(timing.end()),
                Recurrences.lines(c.recurrence()),
                instance == null ? exceptions(event.series()) : null,
                organizer == null ? null : organizer(organizer),
                c.attendees().stream()
                        .map(a -> attendee(a, ORGANIZER.equals(mine)))
                        .toList(),
                c.alarms().stream().map(EventRenderer::reminder).toList(),
                mine,
                c.details().files().stream().map(EventRenderer::attachment).toList(),
                holder == null ? null : holder(holder),
                mine == null || mine.equals(ORGANIZER));
    }

    private static OrganizerJson organizer(Organizer organizer) {
        var sentBy = organizer.sentBy();
        return new OrganizerJson(organizer.address().value(), organizer.name(), sentBy == null ? null : sentBy.value());
    }

    private static AttachmentJson attachment(FileLink file) {
        boolean ours = !file.managedId().isEmpty();
        return new AttachmentJson(
                ours ? file.managedId() : null,
                file.name(),
                file.type(),
                file.size() < 0 ? null : file.size(),
                ours ? null : file.uri());
    }

    private static @Nullable List<String> exceptions(EventSeries series) {
        if (!series.recurring()) return null;
        return series.overrides().stream()
                .map(override -> EventJson.instanceId(
                        Moments.key(Expander.recurrenceId(series, override)),
                        override.timing().allDay()))
                .sorted()
                .toList();
    }

    private static Identity identity(StoredEvent event, EventComponent component, @Nullable Instance instance) {
        return new Identity(
                event.id(),
                event.series().uid().value(),
                event.etag(),
                event.calendar(),
                component.revision().sequence(),
                event.series().recurring(),
                instance == null ? null : EventJson.instanceId(instance),
                event.created(),
                event.modified());
    }

    private static LabelsJson labels(Labels labels) {
        return new LabelsJson(
                lower(labels.status()),
                labels.classification() == Classification.PUBLIC ? "default" : lower(labels.classification()),
                EventJson.token(labels.transparency()),
                labels.categories(),
                labels.color());
    }

    static HolderJson holder(EditLock.Holder holder) {
        var who = holder.principal();
        return new HolderJson(who.name(), who.address().value(), holder.lease().until());
    }

    /** @param whole the event of the entry when attendees were asked for */
    static EventJson listed(Entry entry, @Nullable StoredEvent whole) {
        var brief = entry.brief();
        var organizer = brief.organizer();
        return new EventJson(
                identity(entry),
                labels(brief.labels()),
                brief.title(),
                null,
                brief.location(),
                brief.conference(),
                time(entry.period().start(), brief),
                time(entry.period().end(), brief),
                null,
                null,
                organizer == null ? null : new OrganizerJson(organizer.value(), String.valueOf(brief.organizerName())),
                whole == null ? null : attendees(entry, whole),
                null,
                brief.myStatus(),
                List.of(),
                null,
                brief.myStatus() == null || ORGANIZER.equals(brief.myStatus()));
    }

    private static Identity identity(Entry entry) {
        var brief = entry.brief();
        return new Identity(
                entry.event(),
                entry.uid(),
                entry.etag(),
                entry.calendar(),
                entry.sequence(),
                brief.recurring(),
                brief.recurring() ? EventJson.instanceId(entry.rid(), brief.allDay()) : null,
                entry.created(),
                entry.modified());
    }

    private static List<AttendeeJson> attendees(Entry entry, StoredEvent whole) {
        boolean organizer = ORGANIZER.equals(entry.brief().myStatus());
        var component = whole.series().overrides().stream()
                .filter(o -> o.recurrenceId() != null
                        && Moments.key(o.recurrenceId()).equals(entry.rid()))
                .findFirst()
                .orElse(whole.series().lead());
        return component.attendees().stream().map(a -> attendee(a, organizer)).toList();
    }

    private static TimeJson time(Instant moment, Brief brief) {
        var local = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        if (brief.allDay()) return new TimeJson(null, null, local.toLocalDate().toString(), null);
        if (brief.zone() == null) return new TimeJson(TimeJson.text(local), null, null, null);
        var zone = brief.zoneOr(ZoneOffset.UTC);
        return TimeJson.zoned(LocalDateTime.ofInstant(moment, zone), zone);
    }

    /** RECURRENCE-ID: a day, or an instant. */

    /** What somebody said with his answer is between him and the organizer. */
    private static AttendeeJson attendee(Attendee a, boolean toOrganizer) {
        var kind = a.kind() == Attendee.Kind.INDIVIDUAL ? "user" : lower(a.kind());
        return new AttendeeJson(
                a.address().value(),
                a.name(),
                kind,
                a.role() == Attendee.Role.OPTIONAL,
                a.status().token().toLowerCase(Locale.ROOT),
                toOrganizer ? a.comment() : null,
                SpanJson.of(a.proposed()));
    }

    private static ReminderJson reminder(Alarm alarm) {
        return new ReminderJson(alarm.before(), lower(alarm.channel()));
    }

    private static String lower(Enum<?> token) {
        return token.name().toLowerCase(Locale.ROOT);
    }

    static Set<CalendarAddress> addresses(List<CalendarAddress> addresses) {
        return new HashSet<>(addresses);
    }
}
