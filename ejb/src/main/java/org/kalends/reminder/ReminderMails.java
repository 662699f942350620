package org.kalends.reminder;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.figures.Figures;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.identity.PersonalSettings;
import org.kalends.notification.mail.Letter;
import org.kalends.notification.mail.MailRenderer;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.mail.MessageIds;
import org.kalends.notification.mail.SmtpRelay;
import org.kalends.notification.mute.Mute;
import org.kalends.notification.wording.News;
import org.kalends.outbox.Processed;
import org.kalends.outbox.Queue;

/**
 * Writes a reminder's mail and hands it to the relay.
 */
@Stateless
public class ReminderMails {

    private static final String CONSUMER = "reminder-mail";

    private final MailRenderer renderer = new MailRenderer();

    @Inject
    Processed processed;

    @Inject
    Standing standing;

    @Inject
    Mute mute;

    @Inject
    SmtpRelay relay;

    @Inject
    MailSettings settings;

    @Inject
    Figures figures;

    /**
     * Sends one mail, unless it is not true any more or the event is over.
     *
     * @throws org.kalends.notification.mail.RelayUnavailable if it may go another time; nothing is remembered then
     */
    public void send(Reminder reminder) {
        if (!processed.once(reminder.user(), CONSUMER, reminder.key(Queue.REMINDER_MAIL))) return;
        if (mute.drops(PersonalSettings.Channel.MAIL)) return;
        var still = standing.of(reminder, Channel.MAIL);
        if (still.isEmpty()) {
            count("outdated");
            return;
        }
        var answer = relay.send(letter(reminder, still.get().news()));
        count(answer instanceof SmtpRelay.Answer.Refused ? "refused" : "sent");
    }

    private Letter letter(Reminder reminder, News news) {
        var to = news.reader();
        var key = reminder.home() + "/" + reminder.key(Queue.REMINDER_MAIL);
        return new Letter(
                new Letter.Address(
                        news.author(),
                        to.address(),
                        to.language(),
                        news.after().uid(),
                        Letter.AutomaticAnswers.SUPPRESSED),
                new MessageIds(settings.domain()).conversation(key, List.of()),
                renderer.render(news),
                Optional.empty());
    }

    private void count(String result) {
        figures.count("kalends_reminders", new Tag("channel", "mail"), new Tag("result", result));
    }
}
