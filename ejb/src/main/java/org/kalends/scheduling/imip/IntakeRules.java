package org.kalends.scheduling.imip;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.identity.CalendarAddress;

/**
 * Whether a mail is believed: an organizer may speak of his events and an attendee of himself, if our mail server
 * vouches for the sender.
 *
 * @param inside those of the addresses in mail and event that are of people here
 */
record IntakeRules(InboundMail mail, Method method, EventSeries series, Set<CalendarAddress> inside) {

    /** @param homes whose the message is; empty unless it is applied or held for them */
    record Judgement(Verdict verdict, String why, Set<CalendarAddress> homes) {

        Judgement heldFor(Set<CalendarAddress> people) {
            return verdict == Verdict.HELD ? new Judgement(verdict, why, Set.copyOf(people)) : this;
        }

        static Judgement of(Verdict verdict, String why) {
            return new Judgement(verdict, why, Set.of());
        }
    }

    Judgement judge() {
        return switch (method) {
            case REQUEST, CANCEL, ADD, DECLINECOUNTER -> fromOrganizer();
            case REPLY, COUNTER, REFRESH -> fromAttendee();
            case PUBLISH -> Judgement.of(Verdict.IGNORED, method + " is not taken by mail");
        };
    }

    private Judgement fromOrganizer() {
        var organizer = organizer();
        if (organizer.isEmpty()) return Judgement.of(Verdict.IGNORED, "there is no organizer");
        var address = organizer.get();
        if (inside.contains(address)) {
            return Judgement.of(Verdict.REFUSED, "the organizer is inside and does not write by mail");
        }
        var homes = new HashSet<CalendarAddress>(mail.addressees());
        homes.retainAll(inside);
        homes.removeIf(home -> series.stream()
                .flatMap(component -> component.attendees().stream())
                .noneMatch(line -> line.address().equals(home)));
        if (homes.isEmpty()) return Judgement.of(Verdict.IGNORED, "none of its addressees is invited");
        return believed(address, senderOfOrganizer())
                .map(doubted -> doubted.heldFor(homes))
                .orElseGet(() -> applied(homes));
    }

    private Judgement fromAttendee() {
        var organizer = organizer().filter(inside::contains);
        if (organizer.isEmpty()) return Judgement.of(Verdict.IGNORED, "the organizer is not here");
        var lines = series.stream()
                .flatMap(component -> component.attendees().stream())
                .toList();
        var said = lines.stream().map(Attendee::address).distinct().toList();
        if (said.size() != 1) return Judgement.of(Verdict.IGNORED, "it is not the answer of one attendee");
        var attendee = said.get(0);
        if (inside.contains(attendee)) {
            return Judgement.of(Verdict.REFUSED, "the attendee is inside and does not answer by mail");
        }
        var home = Set.of(organizer.get());
        return believed(attendee, lines.get(0).schedule().sentBy())
                .map(doubted -> doubted.heldFor(home))
                .orElseGet(() -> applied(home));
    }

    private static Judgement applied(Set<CalendarAddress> homes) {
        return new Judgement(Verdict.APPLIED, "", Set.copyOf(homes));
    }

    /** Empty if the sender is the person himself, or who may write for him. */
    private Optional<Judgement> believed(CalendarAddress person, @Nullable CalendarAddress sentBy) {
        var sender = mail.sender();
        if (sender == null) return Optional.of(Judgement.of(Verdict.HELD, "there is not one sender"));
        if (inside.contains(sender)) return Optional.of(Judgement.of(Verdict.REFUSED, "the sender is inside"));
        if (!mail.vouched()) return Optional.of(Judgement.of(Verdict.HELD, "nobody vouches for " + sender));
        boolean secretary = sender.equals(sentBy) && sender.domain().equals(person.domain());
        return sender.equals(person) || secretary
                ? Optional.empty()
                : Optional.of(Judgement.of(Verdict.HELD, sender + " is not " + person));
    }

    private Optional<CalendarAddress> organizer() {
        return Optional.ofNullable(series.lead().organizer()).map(organizer -> organizer.address());
    }

    private @Nullable CalendarAddress senderOfOrganizer() {
        var organizer = series.lead().organizer();
        return organizer == null ? null : organizer.sentBy();
    }
}
