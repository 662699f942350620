package org.kalends.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.notification.mail.SmtpRelay;
import org.kalends.notification.mute.Mute;
import org.kalends.notification.store.NewsStore;
import org.kalends.outbox.Processed;
import org.kalends.outbox.Queue;

/**
 * Makes a mail and hands it to the relay. The memory of it commits with what became of it: a repeat finds it and does
 * nothing. Dying between the relay's "250" and the commit sends the same mail, of the same Message-ID, once more.
 */
@Stateless
public class MailDispatch {

    private static final String CONSUMER = "mail";

    @Inject
    Processed processed;

    @Inject
    NewsStore news;

    @Inject
    Letters letters;

    @Inject
    Mute mute;

    @Inject
    SmtpRelay relay;

    @Inject
    MailOutcomes outcomes;

    /**
     * Sends one mail. It is the task that is remembered, however many messages brought it.
     *
     * @throws org.kalends.notification.mail.RelayUnavailable if it may go another time; nothing is remembered then
     */
    public void send(NewsTask task) {
        var key = task.key(Queue.MAIL);
        if (!processed.once(task.home(), CONSUMER, key)) return;
        if (mute.drops(Channel.MAIL)) return;
        var story = Reporter.Story.of(task, news);
        var thread = outcomes.thread(task, story.latest().series().uid());
        var letter = letters.write(task, key, story, thread);
        var answer = relay.send(letter);
        outcomes.remember(task, key, letter, answer);
        outcomes.tell(task, story.latest(), answer);
    }
}
