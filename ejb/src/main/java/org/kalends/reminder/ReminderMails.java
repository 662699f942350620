package org.kalends.reminder;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.Principal;
import org.kalends.notification.NewsKind;
import org.kalends.notification.mail.Letter;
import org.kalends.notification.mail.MailRenderer;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.mail.MessageIds;
import org.kalends.notification.mail.SmtpRelay;
import org.kalends.notification.wording.News;
import org.kalends.outbox.Processed;

/**
 * Writes a reminder's mail and hands it to the relay. The event is read once more: the relay may have been away while it
 * was moved.
 */
@Stateless
public class ReminderMails {

    private static final String CONSUMER = "reminder-mail";

    private final MailRenderer renderer = new MailRenderer();

    @Inject
    Processed processed;

    @Inject
    Readers readers;

    @Inject
    SmtpRelay relay;

    @Inject
    MailSettings settings;

    @Inject
    MetricRegistry metrics;

    @Inject
    Clock clock;

    /**
     * Sends one mail, unless it is not true any more or the event is over.
     *
     * @throws org.kalends.notification.mail.RelayUnavailable if it may go another time; nothing is remembered then
     */
    public void send(Reminder reminder) {
        if (!processed.once(reminder.user(), CONSUMER, reminder.key())) return;
        var still = still(reminder);
        if (still.isEmpty()) {
            count("outdated");
            return;
        }
        var answer = relay.send(letter(reminder, still.get()));
        count(answer instanceof SmtpRelay.Answer.Refused ? "refused" : "sent");
    }

    /** Whom it reminds, and of what. */
    private record Still(Principal principal, EventSeries series) {}

    private Optional<Still> still(Reminder reminder) {
        var found = readers.of(List.of(reminder.home()), List.of(reminder.object()));
        return Optional.ofNullable(found.get(reminder.reader())).flatMap(reader -> {
            var times = reader.times();
            return times.at(reminder.due()).stream()
                    .filter(going -> going.alarm().channel() == Channel.MAIL)
                    .filter(going -> reminder.isOf(going.instance()))
                    .filter(going -> going.matters(clock.instant()))
                    .map(going -> EventSeries.of(times.uid(), Instances.override(going.instance())))
                    .map(series -> new Still(reader.person().principal(), series))
                    .findFirst();
        });
    }

    private Letter letter(Reminder reminder, Still still) {
        var series = still.series();
        var principal = still.principal();
        var sender = new News.Person("Kalends", settings.from());
        var to = new News.Reader(principal.address(), principal.language(), principal.zone());
        var links = new News.Links(null, settings.link(series.uid()), null);
        return new Letter(
                new Letter.Address(
                        sender,
                        principal.address(),
                        principal.language(),
                        series.uid(),
                        Letter.AutomaticAnswers.SUPPRESSED),
                new MessageIds(settings.domain()).conversation(reminder.home() + "/" + reminder.key(), List.of()),
                renderer.render(new News(NewsKind.REMINDER, null, series, sender, to, links)),
                Optional.empty());
    }

    private void count(String result) {
        metrics.counter("kalends_reminders", new Tag("channel", "mail"), new Tag("result", result))
                .inc();
    }
}
