package org.kalends.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee.Role;
import org.kalends.icalendar.Labels.Classification;
import org.kalends.icalendar.Labels.Transparency;

/** A record as the lines of a VEVENT, in the order that RFC 5545 lists them. */
final class ComponentWriter {

    private ComponentWriter() {}

    static Block write(Uid uid, EventComponent component) {
        var block = Block.empty("VEVENT");
        block.add(ContentLine.text("UID", uid.value()));
        lines(component).forEach(block::add);
        component
                .alarms()
                .forEach(alarm -> block.add(alarm(alarm, component.details().title())));
        return block;
    }

    /** Every line but UID that the record stands for. */
    static List<ContentLine> lines(EventComponent component) {
        var lines = new ArrayList<ContentLine>();
        revision(component.revision(), lines);
        if (component.recurrenceId() != null) lines.add(Times.line("RECURRENCE-ID", component.recurrenceId()));
        lines.add(Times.line("DTSTART", component.timing().start()));
        if (!component.timing().end().equals(component.timing().start())) {
            lines.add(Times.line("DTEND", component.timing().end()));
        }
        component.recurrence().rules().forEach(rule -> lines.add(ContentLine.of("RRULE", rule)));
        component.recurrence().added().forEach(time -> lines.add(Times.line("RDATE", time)));
        component.recurrence().excluded().forEach(time -> lines.add(Times.line("EXDATE", time)));
        details(component.details(), lines);
        labels(component.labels(), lines);
        var organizer = component.organizer();
        if (organizer != null) lines.add(organizer(organizer));
        component.attendees().forEach(attendee -> lines.add(attendee(attendee)));
        return lines;
    }

    private static void revision(Revision revision, List<ContentLine> lines) {
        lines.add(ContentLine.of("DTSTAMP", utc(revision.stamp())));
        lines.add(ContentLine.of("CREATED", utc(revision.created())));
        lines.add(ContentLine.of("LAST-MODIFIED", utc(revision.lastModified())));
        lines.add(ContentLine.of("SEQUENCE", Integer.toString(revision.sequence())));
    }

    private static void details(Details details, List<ContentLine> lines) {
        text("SUMMARY", details.title(), lines);
        text("DESCRIPTION", details.description(), lines);
        text("LOCATION", details.location(), lines);
        var conference = details.conference();
        if (conference != null)
            lines.add(ContentLine.named("CONFERENCE").and("VALUE", "URI").line(conference));
    }

    private static void labels(Labels labels, List<ContentLine> lines) {
        lines.add(ContentLine.of("STATUS", labels.status().name()));
        if (labels.classification() != Classification.PUBLIC) {
            lines.add(ContentLine.of("CLASS", labels.classification().name()));
        }
        if (labels.transparency() != Transparency.OPAQUE) {
            lines.add(ContentLine.of("TRANSP", labels.transparency().name()));
        }
        if (!labels.categories().isEmpty()) {
            var escaped = labels.categories().stream().map(Texts::escape).toList();
            lines.add(ContentLine.of("CATEGORIES", String.join(",", escaped)));
        }
        if (labels.color() != null) text("COLOR", labels.color(), lines);
    }

    private static void text(String name, @Nullable String value, List<ContentLine> lines) {
        if (value != null && !value.isEmpty()) lines.add(ContentLine.text(name, value));
    }

    private static ContentLine organizer(Organizer organizer) {
        var sentBy = organizer.sentBy();
        return ContentLine.named("ORGANIZER")
                .and("CN", organizer.name())
                .and("SENT-BY", sentBy == null ? null : sentBy.mailto())
                .line(organizer.address().mailto());
    }

    private static ContentLine attendee(Attendee attendee) {
        return ContentLine.named("ATTENDEE")
                .and("CN", attendee.name())
                .and(
                        "CUTYPE",
                        attendee.kind() == Attendee.Kind.INDIVIDUAL
                                ? null
                                : attendee.kind().name())
                .and("ROLE", role(attendee.role()))
                .and("PARTSTAT", attendee.status().token())
                .and("RSVP", attendee.status() == Attendee.ParticipationStatus.NEEDS_ACTION ? "TRUE" : null)
                .and(ComponentReader.COMMENT, attendee.comment())
                .line(attendee.address().mailto());
    }

    private static @Nullable String role(Role role) {
        return switch (role) {
            case REQUIRED -> null;
            case OPTIONAL -> "OPT-PARTICIPANT";
            case CHAIR -> "CHAIR";
            case INFORMED -> "NON-PARTICIPANT";
        };
    }

    static Block alarm(Alarm alarm, String title) {
        var block = Block.empty("VALARM")
                .add(ContentLine.of("ACTION", alarm.channel() == Alarm.Channel.MAIL ? "EMAIL" : "DISPLAY"))
                .add(ContentLine.of("TRIGGER", trigger(alarm.before())))
                .add(ContentLine.text("DESCRIPTION", title.isEmpty() ? "-" : title));
        if (alarm.channel() == Alarm.Channel.MAIL)
            block.add(ContentLine.text("SUMMARY", title.isEmpty() ? "-" : title));
        if (alarm.channel() == Alarm.Channel.MESSENGER) {
            block.add(ContentLine.of(ComponentReader.CHANNEL, alarm.channel().name()));
        }
        return block;
    }

    private static String trigger(Duration before) {
        return before.isNegative() ? iso(before.negated()) : "-" + iso(before);
    }

    /** ISO 8601 without fractions; Java writes days as hours, which RFC 5545 allows. */
    private static String iso(Duration duration) {
        return duration.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String utc(Instant moment) {
        return Times.value(EventTime.utc(moment.truncatedTo(ChronoUnit.SECONDS)));
    }
}
