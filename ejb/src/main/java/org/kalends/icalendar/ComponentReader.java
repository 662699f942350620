package org.kalends.icalendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.identity.CalendarAddress;

/** A VEVENT block as a record. */
final class ComponentReader {

    static final String COMMENT = "X-CALENDARSERVER-ATTENDEE-COMMENT";
    static final String CHANNEL = "X-KALENDS-CHANNEL";

    private final Block block;

    private ComponentReader(Block block) {
        this.block = block;
    }

    static EventComponent read(Block block) {
        return new ComponentReader(block).component();
    }

    private EventComponent component() {
        return new EventComponent(
                block.first("RECURRENCE-ID").map(Times::read).orElse(null),
                timing(),
                recurrence(),
                details(),
                labels(),
                organizer(),
                attendees(),
                block.inner("VALARM").stream()
                        .map(ComponentReader::alarm)
                        .filter(Objects::nonNull)
                        .toList(),
                revision());
    }

    private Timing timing() {
        var line = block.first("DTSTART").orElseThrow(() -> new InvalidCalendarData("a VEVENT has no DTSTART"));
        var start = Times.read(line);
        var end = block.first("DTEND")
                .map(Times::read)
                .or(() -> block.first("DURATION").map(duration -> Times.plus(start, duration)))
                .orElseGet(() -> start instanceof EventTime.Day day
                        ? new EventTime.Day(day.date().plusDays(1))
                        : start);
        try {
            return new Timing(start, end);
        } catch (IllegalArgumentException e) {
            throw new InvalidCalendarData("DTEND: " + e.getMessage(), e);
        }
    }

    private Recurrence recurrence() {
        return new Recurrence(
                block.all("RRULE").stream().map(l -> Rule.checked(l.value())).toList(),
                block.all("RDATE").stream()
                        .flatMap(l -> Times.readList(l).stream())
                        .toList(),
                block.all("EXDATE").stream()
                        .flatMap(l -> Times.readList(l).stream())
                        .toList());
    }

    private Details details() {
        return new Details(
                text("SUMMARY"),
                text("DESCRIPTION"),
                text("LOCATION"),
                block.first("CONFERENCE").map(ContentLine::value).orElse(null));
    }

    private Labels labels() {
        var categories = new ArrayList<String>();
        block.all("CATEGORIES").forEach(line -> categories.addAll(Texts.list(line.value())));
        var color = text("COLOR");
        return new Labels(
                token("STATUS", Labels.Status.CONFIRMED),
                token("CLASS", Labels.Classification.PUBLIC),
                token("TRANSP", Labels.Transparency.OPAQUE),
                categories,
                color.isEmpty() ? null : color);
    }

    private @Nullable Organizer organizer() {
        var line = block.first("ORGANIZER").orElse(null);
        var address = line == null ? null : address(line.value());
        if (line == null || address == null) return null;
        var sentBy = line.parameter("SENT-BY");
        return new Organizer(address, or(line.parameter("CN"), ""), sentBy == null ? null : address(sentBy));
    }

    private List<Attendee> attendees() {
        var attendees = new ArrayList<Attendee>();
        for (var line : block.all("ATTENDEE")) {
            var address = address(line.value());
            if (address == null) continue; // stays in the text
            attendees.add(new Attendee(
                    address,
                    or(line.parameter("CN"), ""),
                    kind(or(line.parameter("CUTYPE"), "INDIVIDUAL")),
                    role(or(line.parameter("ROLE"), "REQ-PARTICIPANT")),
                    status(or(line.parameter("PARTSTAT"), "NEEDS-ACTION")),
                    line.parameter(COMMENT)));
        }
        return attendees;
    }

    private static @Nullable Alarm alarm(Block alarm) {
        var trigger = alarm.first("TRIGGER").orElse(null);
        if (trigger == null || !trigger.value().contains("P") || "END".equals(trigger.parameter("RELATED")))
            return null;
        var channel =
                switch (alarm.first("ACTION")
                        .map(l -> l.value().toUpperCase(Locale.ROOT))
                        .orElse("")) {
                    case "EMAIL" -> Alarm.Channel.MAIL;
                    default -> alarm.first(CHANNEL).isPresent() ? Alarm.Channel.MESSENGER : Alarm.Channel.BROWSER;
                };
        return new Alarm(Times.duration(trigger).negated(), channel);
    }

    private Revision revision() {
        var stamp = moment("DTSTAMP", Instant.EPOCH);
        var created = moment("CREATED", stamp);
        return new Revision(sequence(), stamp, created, moment("LAST-MODIFIED", created));
    }

    private int sequence() {
        try {
            return block.first("SEQUENCE")
                    .map(l -> Integer.parseInt(l.value().strip()))
                    .orElse(0);
        } catch (NumberFormatException e) {
            throw new InvalidCalendarData("SEQUENCE: is no number", e);
        }
    }

    private Instant moment(String property, Instant otherwise) {
        return block.first(property)
                .map(l -> Times.read(l).instant(ZoneOffset.UTC))
                .orElse(otherwise);
    }

    private String text(String property) {
        return block.first(property).map(ContentLine::text).orElse("");
    }

    private <E extends Enum<E>> E token(String property, E otherwise) {
        var value = text(property).toUpperCase(Locale.ROOT);
        for (var constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(value)) return constant;
        }
        return otherwise;
    }

    private static @Nullable CalendarAddress address(String value) {
        try {
            return new CalendarAddress(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Attendee.Kind kind(String token) {
        return switch (token.toUpperCase(Locale.ROOT)) {
            case "GROUP" -> Attendee.Kind.GROUP;
            case "ROOM" -> Attendee.Kind.ROOM;
            case "RESOURCE" -> Attendee.Kind.RESOURCE;
            default -> Attendee.Kind.INDIVIDUAL;
        };
    }

    private static Attendee.Role role(String token) {
        return switch (token.toUpperCase(Locale.ROOT)) {
            case "OPT-PARTICIPANT" -> Attendee.Role.OPTIONAL;
            case "CHAIR" -> Attendee.Role.CHAIR;
            case "NON-PARTICIPANT" -> Attendee.Role.INFORMED;
            default -> Attendee.Role.REQUIRED;
        };
    }

    private static ParticipationStatus status(String token) {
        for (var status : ParticipationStatus.values()) {
            if (status.token().equalsIgnoreCase(token)) return status;
        }
        return ParticipationStatus.NEEDS_ACTION;
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
