package org.kalends.reminder;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.figures.Figures;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.identity.PersonalSettings;
import org.kalends.messenger.Cards;
import org.kalends.notification.mute.Mute;
import org.kalends.outbox.Processed;
import org.kalends.outbox.Queue;

/** Shows a reminder in the messenger. */
@Stateless
public class ReminderCards {

    private static final String CONSUMER = "reminder-card";

    @Inject
    Processed processed;

    @Inject
    Standing standing;

    @Inject
    Mute mute;

    @Inject
    Cards cards;

    @Inject
    Figures figures;

    /**
     * Shows one card, unless it is not true any more or the event is over.
     *
     * @throws org.kalends.messenger.MessengerAway if it may be shown another time; nothing is remembered then
     */
    public void show(Reminder reminder) {
        if (!processed.once(reminder.user(), CONSUMER, reminder.key(Queue.REMINDER_MESSENGER))) return;
        if (mute.drops(PersonalSettings.Channel.MESSENGER)) return;
        var still = standing.of(reminder, Channel.MESSENGER);
        still.ifPresent(told -> cards.show(told.reader(), reminder.home(), told.news()));
        figures.count(
                "kalends_reminders",
                new Tag("channel", "messenger"),
                new Tag("result", still.isPresent() ? "sent" : "outdated"));
    }
}
