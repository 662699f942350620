package org.kalends.reminder;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;

/** Keeps a reminder while the relay is away, for as long as there is anything to be reminded of. */
@Stateless
public class ReminderPostponement {

    private static final Duration AGAIN = Duration.ofSeconds(15);

    @Inject
    Outbox outbox;

    @Inject
    ReminderMails mails;

    @Inject
    Clock clock;

    /** Puts it back into the outbox; what has passed meanwhile is given up. */
    public void postpone(Reminder reminder) {
        if (mails.tooLate(reminder)) return;
        var due = clock.instant().plus(AGAIN);
        var key = reminder.key() + "#" + due;
        outbox.add(List.of(new OutboxMessage(reminder.user(), Queue.REMINDER_MAIL, key, reminder, due)));
    }
}
