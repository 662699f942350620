package org.kalends.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;

/**
 * Keeps mails while the relay is away: they wait in the outbox, where nothing is lost and nobody has to lend a hand,
 * and are tried at 15 s, 30 s, 1 min … 15 min for about two days. Then the broker gets to lay them aside.
 */
@Stateless
public class MailPostponement {

    private static final char ATTEMPT = '#';
    private static final int MOST = 200;
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * Puts the mail back.
     *
     * @param key of the message that brought it this time
     * @throws IllegalStateException after too many times
     */
    public void postpone(MailTask task, String key) {
        int attempt = attempt(task, key) + 1;
        if (attempt > MOST) throw new IllegalStateException("The relay did not take the mail for days: " + task.key());
        var due = clock.instant().plus(delay(attempt));
        outbox.add(List.of(new OutboxMessage(task.home(), Queue.MAIL, task.key() + ATTEMPT + attempt, task, due)));
    }

    static int attempt(MailTask task, String key) {
        var prefix = task.key() + ATTEMPT;
        return key.startsWith(prefix) ? Integer.parseInt(key.substring(prefix.length())) : 0;
    }

    static Duration delay(int attempt) {
        var doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
