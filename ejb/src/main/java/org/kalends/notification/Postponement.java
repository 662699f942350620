package org.kalends.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.time.Backoff;

/**
 * Keeps what is to be told while a relay or a messenger is away: it waits in the outbox, where nothing is lost and
 * nobody has to lend a hand,
 * and is tried at 15 s, 30 s, 1 min … 15 min for about two days. Then the broker gets to lay it aside.
 */
@Stateless
public class Postponement {

    private static final char ATTEMPT = '#';
    private static final int MOST = 200;
    private static final Backoff DELAYS = new Backoff(Duration.ofSeconds(15), Duration.ofMinutes(15));

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * Puts it back.
     *
     * @param message its message as it went first, but for the time that it is to leave
     * @param key of the message that brought it this time
     * @throws IllegalStateException after too many times
     */
    public void postpone(Function<Instant, OutboxMessage> message, String key) {
        var now = clock.instant();
        var first = message.apply(now).dedupKey();
        int attempt = attempt(first, key) + 1;
        if (attempt > MOST) throw new IllegalStateException("It could not be told for days: " + first);
        outbox.add(List.of(message.apply(now.plus(delay(attempt))).under(first + ATTEMPT + attempt)));
    }

    static int attempt(String first, String key) {
        var prefix = first + ATTEMPT;
        return key.startsWith(prefix) ? Integer.parseInt(key.substring(prefix.length())) : 0;
    }

    static Duration delay(int attempt) {
        return DELAYS.after(attempt - 1);
    }
}
