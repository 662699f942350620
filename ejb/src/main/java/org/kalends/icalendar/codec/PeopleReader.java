package org.kalends.icalendar.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.Kind;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Attendee.Role;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Texts;
import org.kalends.identity.CalendarAddress;

/** ORGANIZER and ATTENDEE; people whose address is no mail address stay in the text only. */
final class PeopleReader {

    /** What an attendee said, for the organizer's eyes; the name that Apple's server gave it. */
    static final String COMMENT = "X-CALENDARSERVER-ATTENDEE-COMMENT";

    private PeopleReader() {}

    static @Nullable Organizer organizer(Block event) {
        return event.line("ORGANIZER")
                .flatMap(line -> address(line.value()).map(address -> organizer(line, address)))
                .orElse(null);
    }

    private static Organizer organizer(ContentLine line, CalendarAddress address) {
        return new Organizer(
                address,
                line.paramValue("CN"),
                line.param("SENT-BY").flatMap(p -> address(p.value())).orElse(null),
                ScheduleLines.read(line).withoutSender());
    }

    /** Each address once, the first line of it counts. In a REPLY the COMMENT is what its one attendee says. */
    static List<Attendee> attendees(Block event, @Nullable Method method) {
        var said = method == Method.REPLY || method == Method.COUNTER
                ? event.line("COMMENT").map(l -> Texts.unescape(l.value())).orElse(null)
                : null;
        var found = new LinkedHashMap<CalendarAddress, Attendee>();
        event.lines("ATTENDEE").forEach(line -> address(line.value())
                .ifPresent(address -> found.putIfAbsent(address, attendee(line, address, said))));
        return List.copyOf(found.values());
    }

    private static Attendee attendee(ContentLine line, CalendarAddress address, @Nullable String said) {
        var comment = line.paramValue(COMMENT);
        return new Attendee(
                address,
                line.paramValue("CN"),
                kind(line.paramValue("CUTYPE")),
                role(line.paramValue("ROLE")),
                status(line.paramValue("PARTSTAT")),
                comment.isEmpty() ? said : comment,
                Proposals.read(line.paramValue(Proposals.PARAMETER)),
                ScheduleLines.read(line));
    }

    static Optional<CalendarAddress> address(String value) {
        try {
            return Optional.of(new CalendarAddress(value));
        } catch (IllegalArgumentException noMailAddress) {
            return Optional.empty();
        }
    }

    private static Kind kind(String token) {
        for (var kind : Kind.values()) if (kind.name().equalsIgnoreCase(token)) return kind;
        return Kind.INDIVIDUAL;
    }

    private static Role role(String token) {
        for (var role : Role.values()) if (token(role).equalsIgnoreCase(token)) return role;
        return Role.REQUIRED;
    }

    static String token(Role role) {
        return switch (role) {
            case REQUIRED -> "REQ-PARTICIPANT";
            case OPTIONAL -> "OPT-PARTICIPANT";
            case CHAIR -> "CHAIR";
            case INFORMED -> "NON-PARTICIPANT";
        };
    }

    private static ParticipationStatus status(String token) {
        for (var status : ParticipationStatus.values()) if (status.token().equalsIgnoreCase(token)) return status;
        return ParticipationStatus.NEEDS_ACTION;
    }
}
