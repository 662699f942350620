package org.kalends.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kalends.browser.BrowserNotices;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.identity.PersonalSettings;
import org.kalends.notification.mute.Mute;
import org.kalends.outbox.Queue;

/** Pushes a reminder to the browsers in which no window may be open. */
@ApplicationScoped
public class ReminderPushes {

    @Inject
    Standing standing;

    @Inject
    Mute mute;

    @Inject
    BrowserNotices browsers;

    /**
     * Pushes one, unless it is not true any more or the event is over.
     *
     * @throws org.kalends.browser.PushAway if some browsers are to be told another time
     */
    public void push(Reminder reminder) {
        if (mute.drops(PersonalSettings.Channel.BROWSER)) return;
        standing.of(reminder, Channel.BROWSER)
                .ifPresent(told -> browsers.remind(
                        told.reader(), reminder.key(Queue.REMINDER_BROWSER), told.news(), tag(reminder)));
    }

    /** A window that tells of it says the same, so that it is shown once. */
    private static String tag(Reminder reminder) {
        return reminder.object() + " " + reminder.due();
    }
}
