package org.kalends.scheduling.imip;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.database.Ids;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.recurrence.RecurrenceRefused;
import org.kalends.icalendar.recurrence.SeriesSpan;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.problem.CalendarException;
import org.kalends.scheduling.domain.Views;
import org.kalends.scheduling.imip.Arrivals.Message;
import org.kalends.scheduling.imip.HeldMail.Reason;
import org.kalends.scheduling.store.HeldMailStore;
import org.kalends.scheduling.store.InboundMails;

/**
 * Mails that come in, each with a result that can be looked up. What is believed goes the way of any scheduling
 * message: to the homes it is for, where it meets the same rules.
 */
@Stateless
public class MailIntake {

    /** Octets of a mail, however it comes, and so of any file in it. */
    public static final int LARGEST = 25 * 1024 * 1024;

    private static final String UNINVITED = "the sender is not invited";

    @Inject
    Directory directory;

    @Inject
    Arrivals arrivals;

    @Inject
    InboundMails mails;

    @Inject
    HeldMailStore held;

    @Inject
    UninvitedGuests guests;

    @Inject
    Event<MailBounced> bounced;

    @Inject
    Event<MailTold> told;

    @Inject
    ImipSettings settings;

    @Inject
    Clock clock;

    /**
     * Takes a mail in.
     *
     * @param authority the authserv-id of the mail server whose word about senders is taken
     * @throws CalendarException 400 if it cannot be read
     */
    public Taken take(byte[] raw, String authority) {
        var mail = MailParser.read(raw, authority);
        var text = mail.calendar();
        if (!mail.failures().isEmpty()) return bounces(raw, mail);
        if (text == null) return done(raw, mail, IntakeRules.Judgement.of(Verdict.IGNORED, "there is no calendar"));
        var method = method(text);
        if (method == null) return done(raw, mail, IntakeRules.Judgement.of(Verdict.IGNORED, "there is no method"));
        if (mail.automatic() && !ofPrograms(method)) {
            return done(raw, mail, IntakeRules.Judgement.of(Verdict.IGNORED, "a program wrote it"));
        }
        var series = series(text);
        var inside = inside(mail, series);
        told.fire(new MailTold(series.uid(), inside));
        var judgement = invited(new IntakeRules(mail, method, series, inside).judge(), method, series);
        var taken = done(raw, mail, judgement);
        var message = new Message(method, told(method, series), mail.files());
        if (taken.verdict() == Verdict.APPLIED) arrivals.arrive(message, judgement.homes());
        if (taken.verdict() == Verdict.HELD) hold(taken, mail, judgement.homes(), message);
        return taken;
    }

    /** What is believed of its sender is held all the same if he was not invited. */
    private IntakeRules.Judgement invited(IntakeRules.Judgement judged, Method method, EventSeries series) {
        boolean crashes = judged.verdict() == Verdict.APPLIED && guests.among(judged.homes(), method, series);
        return crashes ? new IntakeRules.Judgement(Verdict.HELD, UNINVITED, judged.homes()) : judged;
    }

    private void hold(Taken taken, InboundMail mail, Set<CalendarAddress> homes, Message message) {
        var sender = mail.sender() == null ? "" : mail.sender().value();
        for (var owner : directory.byAddress(homes).values()) {
            var kept = new HeldMail(
                    Ids.next(), message.method(), message.series(), sender, reason(taken), clock.instant());
            held.add(owner.id(), taken.id(), kept);
        }
    }

    private static Reason reason(Taken taken) {
        return taken.why().equals(UNINVITED) ? Reason.UNINVITED : Reason.UNCONFIRMED;
    }

    /** The same of a mail in a mailbox, which may be found again if it could not be marked. */
    public void takeOnce(byte[] raw, String source) {
        if (mails.knows(source)) return;
        mails.found(take(raw, settings.authority()).id(), source);
    }

    /** Remembers a mail in a mailbox that cannot be read. */
    public void refuse(byte[] raw, String source, String why) {
        var taken = new Taken(Ids.next(), Verdict.IGNORED, why);
        mails.add(taken, "", raw, clock.instant());
        mails.found(taken.id(), source);
    }

    /** Calendar servers say that they are programs, and are to be heard. */
    private static boolean ofPrograms(Method method) {
        return method == Method.REQUEST
                || method == Method.CANCEL
                || method == Method.REPLY
                || method == Method.COUNTER;
    }

    private Taken bounces(byte[] raw, InboundMail mail) {
        mail.failures().forEach(f -> bounced.fire(new MailBounced(f.messageId(), f.recipient())));
        return done(raw, mail, IntakeRules.Judgement.of(Verdict.APPLIED, "it reports mails that came back"));
    }

    private Taken done(byte[] raw, InboundMail mail, IntakeRules.Judgement judgement) {
        var taken = new Taken(Ids.next(), judgement.verdict(), judgement.why());
        mails.add(taken, mail.messageId(), raw, clock.instant());
        return taken;
    }

    /** A COUNTER from outside says in its times what is proposed (RFC 5546, 3.2.7). */
    private static EventSeries told(Method method, EventSeries series) {
        if (method != Method.COUNTER) return series;
        return series.each(MailIntake::proposing);
    }

    private static EventComponent proposing(EventComponent component) {
        return component.withAttendees(component.attendees().stream()
                .map(line -> line.proposing(component.timing()))
                .toList());
    }

    private static @Nullable Method method(String text) {
        try {
            return ICalendar.method(text).orElse(null);
        } catch (InvalidCalendarData e) {
            throw CalendarException.invalid("body", "the calendar part: " + e.getMessage());
        }
    }

    private static EventSeries series(String text) {
        try {
            var series = ICalendar.parse(text);
            SeriesSpan.of(series);
            return series;
        } catch (InvalidCalendarData | RecurrenceRefused e) {
            throw CalendarException.invalid("body", "the calendar part: " + e.getMessage());
        }
    }

    /** One statement for all who are named. */
    private Set<CalendarAddress> inside(InboundMail mail, EventSeries series) {
        var named = new HashSet<>(mail.addressees());
        named.addAll(Views.invited(series));
        var organizer = series.lead().organizer();
        if (organizer != null) named.add(organizer.address());
        var sender = mail.sender();
        if (sender != null) named.add(sender);
        return Set.copyOf(directory.byAddress(named).keySet());
    }
}
