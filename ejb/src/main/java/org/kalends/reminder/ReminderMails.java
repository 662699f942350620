package org.kalends.reminder;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.notification.MailKind;
import org.kalends.notification.mail.Letter;
import org.kalends.notification.mail.MailRenderer;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.mail.MessageIds;
import org.kalends.notification.mail.News;
import org.kalends.notification.mail.SmtpRelay;
import org.kalends.outbox.Processed;
import org.kalends.reminder.Readers.Reader;
import org.kalends.reminder.domain.AlarmTimes.Going;

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
        var reader =
                readers.of(List.of(reminder.home()), List.of(reminder.object())).get(reminder.reader());
        var going = reader == null ? Optional.<Going>empty() : still(reminder, reader);
        if (reader == null || going.isEmpty()) {
            count("outdated");
            return;
        }
        var answer = relay.send(letter(reminder, reader, going.get().instance()));
        count(answer instanceof SmtpRelay.Answer.Refused ? "refused" : "sent");
    }

    private static Optional<Going> still(Reminder reminder, Reader reader) {
        return reader.times().at(reminder.due()).stream()
                .filter(going -> going.alarm().channel() == Channel.MAIL)
                .filter(going ->
                        going.instance().recurrenceId().instant(ZoneOffset.UTC).equals(reminder.instance()))
                .findFirst();
    }

    /** Whether it would come when nobody needs it any more. */
    boolean tooLate(Reminder reminder) {
        var reader =
                readers.of(List.of(reminder.home()), List.of(reminder.object())).get(reminder.reader());
        return reader == null
                || still(reminder, reader)
                        .filter(going -> going.instance().period().end().isAfter(clock.instant()))
                        .isEmpty();
    }

    private Letter letter(Reminder reminder, Reader reader, Instance instance) {
        var principal = reader.person().principal();
        var series = EventSeries.of(ICalendar.parse(reader.remindable().text()).uid(), Instances.override(instance));
        var author = new News.Person(principal.name(), settings.from());
        var to = new News.Reader(principal.address(), principal.language(), principal.zone());
        var uid = URLEncoder.encode(series.uid().value(), StandardCharsets.UTF_8);
        var links = new News.Links(null, URI.create(settings.baseUrl() + "/?uid=" + uid), null);
        return new Letter(
                new Letter.Address(
                        new News.Person("Kalends", settings.from()),
                        principal.address(),
                        principal.language(),
                        series.uid(),
                        Letter.AutomaticAnswers.SUPPRESSED),
                new MessageIds(settings.domain()).conversation(reminder.home() + "/" + reminder.key(), List.of()),
                renderer.render(new News(MailKind.REMINDER, null, series, author, to, links)),
                Optional.empty());
    }

    private void count(String result) {
        metrics.counter("kalends_reminders", new Tag("channel", "mail"), new Tag("result", result))
                .inc();
    }
}
