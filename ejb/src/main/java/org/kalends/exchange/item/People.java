package org.kalends.exchange.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.Kind;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Attendee.Role;
import org.kalends.icalendar.Organizer;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.identity.CalendarAddress;

/** Who takes part. Whose address is none of a mail cannot be told to anybody else and is a loss. */
final class People {

    private final Element item;
    private final CalendarAddress mailbox;
    private final List<String> losses;

    /** @param losses where losses are added */
    People(Element item, CalendarAddress mailbox, List<String> losses) {
        this.item = item;
        this.mailbox = mailbox;
        this.losses = losses;
    }

    /** Empty for an appointment of one alone. */
    Optional<Organizer> organizer() {
        if (!item.holds("t:IsMeeting")) return Optional.empty();
        return item.child("t:Organizer")
                .flatMap(organizer -> organizer.child("t:Mailbox"))
                .flatMap(this::person)
                .map(person -> new Organizer(person.address(), person.name(), null));
    }

    List<Attendee> attendees() {
        var all = new ArrayList<Attendee>();
        add(all, "t:RequiredAttendees", Kind.INDIVIDUAL, Role.REQUIRED);
        add(all, "t:OptionalAttendees", Kind.INDIVIDUAL, Role.OPTIONAL);
        add(all, "t:Resources", Kind.ROOM, Role.REQUIRED);
        return all;
    }

    private void add(List<Attendee> all, String list, Kind kind, Role role) {
        item.child(list).stream().flatMap(people -> people.children().stream()).forEach(attendee -> attendee.child(
                        "t:Mailbox")
                .flatMap(this::person)
                .filter(person ->
                        all.stream().noneMatch(there -> there.address().equals(person.address())))
                .ifPresent(person -> all.add(new Attendee(
                        person.address(),
                        person.name(),
                        kind,
                        role,
                        status(attendee, person.address()),
                        null,
                        null,
                        ScheduleParameters.NONE))));
    }

    /** A mailbox knows its own answer; of the answers of others only the organizer's does. */
    private ParticipationStatus status(Element attendee, CalendarAddress address) {
        var own = address.equals(mailbox) ? item.value("t:MyResponseType") : Optional.<String>empty();
        return answer(own.filter(type -> !type.equals("Unknown"))
                .or(() -> attendee.value("t:ResponseType"))
                .orElse(""));
    }

    private static ParticipationStatus answer(String type) {
        return switch (type) {
            case "Accept", "Organizer" -> ParticipationStatus.ACCEPTED;
            case "Tentative" -> ParticipationStatus.TENTATIVE;
            case "Decline" -> ParticipationStatus.DECLINED;
            default -> ParticipationStatus.NEEDS_ACTION;
        };
    }

    private record Person(CalendarAddress address, String name) {}

    private Optional<Person> person(Element mailbox) {
        var name = mailbox.value("t:Name").orElse("");
        try {
            var address = new CalendarAddress(mailbox.value("t:EmailAddress").orElse(""));
            return Optional.of(new Person(address, name));
        } catch (IllegalArgumentException none) {
            losses.add("'" + name + "' has no mail address in Exchange and is left out");
            return Optional.empty();
        }
    }
}
